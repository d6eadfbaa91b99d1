import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { steadyClock } from '../../../../src/newsletter/clock.ts';
import { type Patience, smtpLine } from '../../../../src/newsletter/delivery/smtp-line.ts';
import type { SendParts } from '../../../../src/newsletter/letters/send-letter.ts';
import { sendLetter } from '../../../../src/newsletter/letters/send-letter.ts';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import { ListError } from '../../../../src/newsletter/store/list-error.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { dataFolder } from '../data-folder.ts';
import { DAY, HOUR, MINUTE, NOW } from '../store/opened-store.ts';
import { stuckServer } from '../stuck-server.ts';
import { KEY, readerOf, readersIn, startJudge } from './letter-site.ts';

type Sendable = SendParts['list'];

vi.setConfig({ testTimeout: 60_000 });

const ID = 'the-hour-after';
const FROM = { name: 'Second Thoughts', address: 'letters@example.com' };

/** A list with a letter under way, whose time passes when it waits for more than a moment. */
async function underWay(count: number, notBefore = NOW) {
  const root = dataFolder();
  await readersIn(root, count);
  const list = openList({ path: databasePath(join(root, 'data')), key: KEY });
  onTestFinished(() => list.close());
  await list.addLetter(
    { id: ID, subject: 'S', html: '<p>H</p>', text: 'T', from: FROM },
    notBefore,
    NOW,
  );
  expect(await list.beginLetter(ID, NOW)).toBe(count);
  const wall = { now: NOW };
  const told: string[] = [];
  const send = async (
    url: string,
    speed = 1,
    perSecond = 0,
    { by = list, patience }: { readonly by?: Sendable; readonly patience?: Patience } = {},
  ) => {
    const before = wall.now;
    let passed = 0;
    const monotonic = () => performance.now() + passed;
    await sendLetter({
      ...{
        list: by,
        letter: ID,
        sender: randomBytes(6).toString('hex'),
        connections: 3,
        perSecond,
      },
      compose: async ({ email }) => ({
        envelope: { from: FROM.address, to: email },
        message: [Buffer.from(`To: ${email}\r\n\r\nT\r\n`)],
        messageId: '<1@example.com>',
      }),
      line: () => smtpLine(url, patience),
      now: steadyClock(() => wall.now + passed + performance.now() - start, monotonic),
      ...{ monotonic, random: () => 0, stopping: new AbortController().signal },
      wait: async (milliseconds, signal) => {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(milliseconds, 5));
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
          });
        });
        passed += milliseconds * speed;
      },
      tell: (sentence) => told.push(sentence),
      progress: async () => undefined,
    });
    wall.now = before + passed;
    return list.letterStatus(ID);
  };
  const start = performance.now();
  return { list, told, send, wall };
}

/** A mail server that answers to some recipients otherwise. */
const refusing = (answers: Readonly<Record<string, readonly [code: number, words: string]>>) => {
  const asked: string[] = [];
  const options: Parameters<typeof startJudge>[0] = {
    onRcptTo: ({ address }, _, done) => {
      asked.push(address);
      const [responseCode, message] = answers[address] ?? [];
      if (responseCode === undefined) return done();
      return done(Object.assign(new Error(message), { responseCode }));
    },
  };
  return { asked, options };
};

describe('a mail server that refuses some', () => {
  it('for good is asked once, and for now again for two days with growing waits', async () => {
    const { asked, options } = refusing({
      [readerOf(0)]: [550, `5.1.1 <${readerOf(0)}> is not known here`],
      [readerOf(1)]: [554, `5.7.1 <${readerOf(1)}> No`],
      [readerOf(2)]: [450, '4.2.1 Busy'],
      [readerOf(3)]: [421, '4.7.0 Slow down'],
      [readerOf(4)]: [452, '4.2.2 Full'],
    });
    const judge = await startJudge(options);
    onTestFinished(judge.close);
    const { send, list } = await underWay(20);
    const status = await send(judge.url, 600);
    expect(status).toMatchObject({ state: 'done', counts: { sent: 15, failed: 5, unsure: 0 } });
    const times = (index: number) => asked.filter((email) => email === readerOf(index)).length;
    expect([0, 1, 2, 4].map(times)).toEqual([1, 1, 17, 17]);
    // A server that ends a connection by it is asked once more at once, on a new one.
    expect(times(3)).toBeGreaterThanOrEqual(17);
    expect(times(3)).toBeLessThanOrEqual(34);
    expect(judge.taken.toSorted()).toEqual(
      Array.from({ length: 15 }, (_, index) => readerOf(index + 5)).toSorted(),
    );
    const whys = (await list.letterTroubles(ID)).map(({ why }) => why);
    expect(whys).toContain('The mail server answered 554 5.7.1 to RCPT TO. It said: 554 5.7.1 No');
    expect(whys.join()).not.toContain('@');
    // Where there is no such mailbox, nobody is on the list any more; the others are.
    const { people } = await list.subscribers(undefined, 100);
    const here = new Set(people.map(({ email }) => email));
    expect([0, 1, 2, 3, 4].map((index) => here.has(readerOf(index)))).toEqual([
      ...[false, true, true, true, true],
    ]);
    expect(await list.letterFigures()).toMatchObject([{ failed: 5, returned: 0, left: 0 }]);
  });

  it('for now gets them to it in the end, once', async () => {
    let grey = 3;
    const judge = await startJudge({
      onRcptTo: ({ address }, _, done) => {
        if (address !== readerOf(1) || grey === 0) return done();
        grey -= 1;
        return done(Object.assign(new Error('4.7.1 Come back later'), { responseCode: 451 }));
      },
    });
    onTestFinished(judge.close);
    const { send, told } = await underWay(5);
    expect(await send(judge.url, 10)).toMatchObject({ state: 'done', counts: { sent: 5 } });
    expect(new Set(judge.taken).size).toBe(5);
    expect(told.join()).toMatch(
      /Still to be sent: \d, which the mail server put off, the next at 2026/,
    );
  });

  it('above five of the last hundred makes the letter pause itself and say why, and resume goes on', async () => {
    let broken = true;
    const judge = await startJudge({
      onRcptTo: (_, __, done) =>
        broken ? done(Object.assign(new Error('5.7.1 Blocked'), { responseCode: 550 })) : done(),
    });
    onTestFinished(judge.close);
    const { send, list } = await underWay(40);
    const paused = await send(judge.url);
    expect(paused?.state).toBe('paused');
    expect(paused?.why).toMatch(/More than 5 of its last 100 mails failed.*550 5\.7\.1/);
    expect(paused?.counts.failed).toBeLessThan(6 + 3);
    broken = false;
    expect(await list.resumeLetter(ID, false)).toBe(true);
    const after = await send(judge.url);
    expect(after?.state).toBe('done');
    expect(after?.counts.sent).toBe(40 - (paused?.counts.failed ?? 0));
  });
});

describe('a mail server that', () => {
  it.each([
    ['hangs up in the middle of DATA', 'the mail'],
    ['hangs up after the end', 'the end'],
  ] as const)(
    '%s leaves mails unsure, which pauses the letter, and sends none twice',
    async (_, step) => {
      const stuck = await stuckServer(step, 'drop');
      const { send, list } = await underWay(30);
      const status = await send(stuck.url);
      expect(new Set(stuck.whole).size).toBeLessThanOrEqual(1);
      const { counts } = status ?? { counts: undefined };
      // Where the end was not out yet, it comes again; else nobody knows.
      expect(['paused', 'done']).toContain(status?.state);
      expect((counts?.unsure ?? 0) + (counts?.failed ?? 0) + (counts?.waiting ?? 0)).toBe(30);
      expect(await list.unsureMails(ID, 100)).toHaveLength(counts?.unsure ?? 0);
    },
  );

  it.each([
    ['before the mail is out', 'EHLO', false],
    // All of it is on its way by then.
    ['in the middle of the mail', 'the mail', true],
    ['after its end', 'the end', true],
  ] as const)('hangs %s is left, and nobody gets it twice', async (_, step, isOut) => {
    const stuck = await stuckServer(step);
    const { send, list } = await underWay(6);
    const steps = { connectionTimeout: 300, greetingTimeout: 300, socketTimeout: 300 };
    const patience = { steps, beforeTheEnd: 300, afterTheEnd: 300 };
    const status = await send(stuck.url, 600, 0, { patience });
    expect(['paused', 'done']).toContain(status?.state);
    expect(status?.counts.sent).toBe(0);
    expect(new Set(stuck.whole).size).toBeLessThanOrEqual(1);
    expect((status?.counts.unsure ?? 0) > 0).toBe(isOut);
    expect(await list.unsureMails(ID, 100)).toHaveLength(status?.counts.unsure ?? 0);
  });

  it('hangs up before the mail is out is asked again for two days', async () => {
    const ill = await stuckServer('RCPT', 'drop');
    const { send, list } = await underWay(3);
    // Given up after two days of it.
    expect(await send(ill.url, 600)).toMatchObject({
      state: 'done',
      counts: { failed: 3, sent: 0 },
    });
    expect((await list.letterTroubles(ID))[0]?.why).toContain('The mail server');
  });

  it.each([
    ['is down', async () => 'smtp://127.0.0.1:1'],
    ['refuses TLS', async () => (await startedJudge({})).url.replace('smtp:', 'smtps:')],
    [
      'lets nobody in',
      async () =>
        (
          await startedJudge({
            onConnect: (_, done) =>
              done(Object.assign(new Error('5.7.1 Go away'), { responseCode: 554 })),
          })
        ).url,
    ],
    [
      'takes nothing from us',
      async () =>
        (
          await startedJudge({
            onMailFrom: (_, __, done) =>
              done(Object.assign(new Error('5.7.1 Not from you'), { responseCode: 550 })),
          })
        ).url,
    ],
  ])('%s makes the letter pause itself, counts against nobody, and is told', async (_, url) => {
    const { send, told } = await underWay(30);
    const status = await send(await url());
    expect(status).toMatchObject({ state: 'paused', counts: { waiting: 30 } });
    expect(status?.why).toMatch(/mail server/);
    expect(told.join()).toMatch(/mail server.*It is tried again/);
  });
});

const startedJudge = async (options: Parameters<typeof startJudge>[0]) => {
  const judge = await startJudge(options);
  onTestFinished(judge.close);
  return judge;
};

describe('a disk without room', () => {
  it('is told, and once there is room everybody has it, once', async () => {
    const judge = await startedJudge({});
    const { list, send, told } = await underWay(60);
    const asked = { takeMails: 0, passMails: 0 };
    const full = new Proxy<Sendable>(list, {
      get: (target, name: keyof Sendable) => {
        const operation = target[name] as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => {
          // In the middle, with mails out whose end cannot be written down.
          if (name === 'takeMails' || name === 'passMails') {
            asked[name] += 1;
            if (asked[name] > 1 && asked[name] <= 4) return Promise.reject(new ListError('full'));
          }
          return operation.apply(target, args);
        };
      },
    });
    const status = await send(judge.url, 1, 0, { by: full });
    expect(Math.min(...Object.values(asked))).toBeGreaterThan(4);
    expect(told.join()).toContain('There is no room left for the list on its disk.');
    expect(status).toMatchObject({ state: 'done', counts: { sent: 60, unsure: 0, failed: 0 } });
    expect(judge.taken.toSorted()).toEqual(
      Array.from({ length: 60 }, (_, index) => readerOf(index)).toSorted(),
    );
  });
});

describe('a clock that jumps', () => {
  it('keeps nobody waiting for ever, and lets the rate hold on', async () => {
    for (const jump of [-400 * DAY, 400 * DAY, -3 * HOUR, 10 * MINUTE]) {
      const judge = await startedJudge({});
      const { send, list, wall } = await underWay(12);
      const taken = await list.takeMails({
        ...{ letter: ID, sender: 'one', most: 4, perSecond: 20, now: NOW },
      });
      expect(taken.map(({ wait }) => wait)).toEqual([0, 50, 100, 150]);
      const later = taken.map(({ person }) => ({
        person,
        end: { kind: 'later', answer: '450', dueAt: NOW + HOUR } as const,
      }));
      await list.passMails(ID, 'one', later, [], NOW);
      wall.now = NOW + jump;
      expect(await send(judge.url, 60, 20)).toMatchObject({ state: 'done', counts: { sent: 12 } });
      expect(new Set(judge.taken).size).toBe(12);
    }
  });
});
