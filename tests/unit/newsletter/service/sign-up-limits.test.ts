import { expect, it } from 'vitest';
import { networksOf } from '../../../../src/newsletter/network.ts';
import { signUpLimits } from '../../../../src/newsletter/service/sign-up-limits.ts';

const WINDOW = 600_000;

/** The limits that are set by default, and whether a sign-up from an address gets through. */
function byDefault() {
  const limits = signUpLimits({
    network: { most: 100, window: WINDOW },
    all: { most: 2_000, window: WINDOW },
  });
  const post = (ip: string, now = 0) => limits.post(networksOf(ip), now) === undefined;
  const store = (ip: string, now = 0) => limits.store(networksOf(ip), now) === undefined;
  return { post, signUp: (ip: string, now = 0) => post(ip, now) && store(ip, now) };
}

const times = (count: number, work: (index: number) => boolean) =>
  Array.from({ length: count }, (_, index) => work(index)).filter(Boolean).length;

it('lets a household, and the networks around it, do so much together', () => {
  const { signUp } = byDefault();
  expect(times(300, () => signUp('2001:db8:1:1::1'))).toBe(100);
  // 256 subnets of one customer.
  expect(
    times(5_000, (index) => signUp(`2001:db8:1:${(index % 256).toString(16)}::1`)),
  ).toBeLessThan(400);
  const wide = byDefault();
  const from = (index: number) => `2001:db8:2:${(index % 65_536).toString(16)}::1`;
  expect(times(10_000, (index) => wide.post(from(index)))).toBeLessThanOrEqual(1_600);
  const ipv4 = byDefault();
  expect(times(5_000, (index) => ipv4.post(`198.51.100.${index % 256}`))).toBe(400);
});

it.each([
  ['2,000 sign-ups of 20 networks', 2_000, (index: number) => `203.0.${index % 20}.1`],
  ['20,000 of a whole /48', 20_000, (index: number) => `2001:db8:3:${index.toString(16)}::1`],
  [
    '20,000 of 16 whole /48',
    20_000,
    (index: number) =>
      `2001:db8:${(4 + (index % 16)).toString(16)}:${((index * 37) % 65_536).toString(16)}::1`,
  ],
  ['20,000 of 200 networks', 20_000, (index: number) => `198.${index % 200}.7.1`],
])('%s lock out nobody else', (_, count, from) => {
  const { signUp } = byDefault();
  times(count, (index) => signUp(from(index)));
  expect(times(200, (index) => signUp(`2001:db9:${index.toString(16)}::1`))).toBe(200);
  expect(times(200, (index) => signUp(`192.${index}.2.1`))).toBe(200);
});

it('counts mistakes for nobody but their own network', () => {
  const { post, signUp } = byDefault();
  times(20_000, (index) => post(`198.${index % 250}.${index >> 8}.1`));
  expect(times(50, () => signUp('192.0.2.1'))).toBe(50);
});

it('stores no more than all may, whoever they are, and starts anew', () => {
  const { signUp } = byDefault();
  const from = (index: number) => `${1 + (index % 200)}.${(index >> 3) % 250}.${index % 250}.1`;
  expect(times(30_000, (index) => signUp(from(index)))).toBe(2_000);
  expect(signUp('192.0.2.1')).toBe(false);
  expect(signUp('192.0.2.1', WINDOW)).toBe(true);
});
