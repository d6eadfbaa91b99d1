import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/server/config.ts';
import { StartError } from '../../../src/server/start-error.ts';

const here = { origin: 'http://localhost:4321', base: '/' };

describe('readConfig', () => {
  it('needs nothing', () => {
    const defaults = { port: 4321, host: 'localhost', site: here };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ PORT: '', HOST: ' ', SITE_URL: '' })).toEqual(defaults);
  });

  it('takes what is set', () => {
    expect(
      readConfig({ PORT: '8080', HOST: '0.0.0.0', SITE_URL: 'https://example.com/some/path' }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      site: { origin: 'https://example.com', base: '/some/path/' },
    });
    expect(readConfig({ HOST: '::1' }).host).toBe('::1');
  });

  it('puts the port into the address of the site when that is not set', () => {
    expect(readConfig({ PORT: '5000' }).site.origin).toBe('http://localhost:5000');
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is "http".'],
    [{ PORT: 'abc' }, 'PORT is "abc". It should be a whole number from 0 to 65535, such as 4321.'],
    [{ PORT: '65536' }, 'PORT is "65536".'],
    [{ PORT: '-1' }, 'PORT is "-1".'],
    [{ PORT: '43.21' }, 'PORT is "43.21".'],
    [{ HOST: 'a host' }, 'HOST is "a host". It should be a host name or an IP address alone,'],
    [{ HOST: 'http://localhost' }, 'HOST is "http://localhost".'],
    [{ SITE_URL: 'example.com' }, 'SITE_URL is "example.com". It should be a whole address'],
  ])('refuses %o', (env, message) => {
    expect(() => readConfig(env)).toThrow(StartError);
    expect(() => readConfig(env)).toThrow(message);
  });

  it('tells of all mistakes at once, one a line', () => {
    expect(() => readConfig({ PORT: 'x', HOST: 'x y', SITE_URL: 'x' })).toThrow(
      /^PORT is "x"[^\n]+\.\nHOST is "x y"[^\n]+\.\nSITE_URL is "x"[^\n]+\.$/,
    );
  });
});
