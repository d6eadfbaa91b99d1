import { expect, it } from 'vitest';
import { networksOf } from '../../../src/newsletter/network.ts';

it.each([
  ['192.0.2.77', ['192.0.2.77', '192.0.2/24', '192.0/16']],
  ['::ffff:192.0.2.77', ['192.0.2.77', '192.0.2/24', '192.0/16']],
  ['2001:db8:12:34ff::1', ['2001:db8:12:34ff', '2001:db8:12:3400/56', '2001:db8:12/48']],
  ['2001:db8:12:3401:5:6:7:8', ['2001:db8:12:3401', '2001:db8:12:3400/56', '2001:db8:12/48']],
  ['fe80::1%eth0', ['fe80:0:0:0', 'fe80:0:0:0/56', 'fe80:0:0/48']],
  ['', ['unknown', 'unknown', 'unknown']],
  ['unix:/run/x', ['unknown', 'unknown', 'unknown']],
])('%s is in %j', (ip, [household, neighborhood, region]) => {
  expect(networksOf(ip)).toEqual({ household, neighborhood, region });
});
