import { type LEFT_OUT, leaveOut } from '../left-out.ts';

/** What a test may ask for by the name of a member that the page does not have. */
const LACKING: Readonly<Record<string, keyof typeof LEFT_OUT>> = {
  clock: 'clock',
  close: 'contexts',
  on: 'requests',
  route: 'requests',
  unroute: 'requests',
  waitForRequest: 'requests',
  waitForResponse: 'requests',
  grantPermissions: 'contexts',
  newPage: 'contexts',
  setOffline: 'contexts',
};

/** `target`, which leaves out the test that asks for what it does not have. */
export function limited<T extends object>(target: T): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object);
      if (name in object) return typeof value === 'function' ? value.bind(object) : value;
      // Whoever awaits an object, prints it or compares it asks for more than anybody wrote.
      if (typeof name === 'symbol' || /^(then|toJSON|asymmetricMatch|_\w+)$/.test(name))
        return value;
      return leaveOut(LACKING[name] ?? 'pages');
    },
  });
}
