import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEveryDatabase } from './every-database.ts';
import { at, DAY, EVERY, everybodyOn, HOUR, hashOf, MINUTE, NOW, signUp } from './opened-store.ts';

const ADA = 'ada@example.com';

inEveryDatabase((newStore) => {
  describe('a sign-up', () => {
    it('leaves a pending subscriber, a consent with its circumstances, and a mail to send', async () => {
      const { store, rows } = await newStore();
      await store.signUp({
        ...signUp(ADA),
        page: '/articles/one/',
        wording: 'Yes.',
        network: 'abc',
      });
      expect(await store.counts()).toEqual({
        pending: 1,
        subscribed: 0,
        unsubscribed: 0,
        suppressed: 0,
        waiting: 1,
        failed: 0,
      });
      expect(await rows('SELECT * FROM consents')).toMatchObject([
        {
          subscriber: hashOf(ADA),
          event: 'sign-up',
          at: NOW,
          page: '/articles/one/',
          wording: 'Yes.',
          network: 'abc',
        },
      ]);
      expect(await store.takeDue(NOW, NOW + MINUTE, 10, EVERY)).toEqual([
        {
          id: 1,
          errand: 'confirm',
          email: ADA,
          subscriber: hashOf(ADA),
          page: '/articles/one/',
          createdAt: NOW,
          attempts: 0,
          unseen: 0,
        },
      ]);
    });

    it('gets a mail once in ten minutes and three times a day, whatever its case', async () => {
      const { store, sendAll } = await newStore();
      const mailAt = async (time: number, email = ADA): Promise<boolean> => {
        await store.signUp(signUp(email, time));
        return (await sendAll(time))[0] === `confirm ${ADA}`;
      };
      expect(await mailAt(NOW)).toBe(true);
      expect(await mailAt(NOW + 1)).toBe(false);
      expect(await mailAt(NOW + 10 * MINUTE - 1, 'ADA@example.com')).toBe(false);
      expect(await mailAt(NOW + 10 * MINUTE)).toBe(true);
      expect(await mailAt(NOW + HOUR)).toBe(true);
      expect(await mailAt(NOW + 2 * HOUR)).toBe(false);
      expect(await mailAt(NOW + DAY - 1)).toBe(false);
      expect(await mailAt(NOW + DAY)).toBe(true);
      expect(await mailAt(NOW + DAY + 10 * MINUTE)).toBe(true);
      expect(await mailAt(NOW + DAY + HOUR)).toBe(true);
      expect(await mailAt(NOW + DAY + 2 * HOUR)).toBe(false);
    });

    it('also counts mails that did not get out yet', async () => {
      const { store, rows } = await newStore();
      for (let time = 0; time < 5 * HOUR; time += HOUR) await store.signUp(signUp(ADA, NOW + time));
      expect(
        (await rows('SELECT errand FROM outbox ORDER BY id')).map(({ errand }) => errand),
      ).toEqual(['confirm', 'confirm', 'confirm', 'nothing', 'nothing']);
    });

    it('sends nothing to one who is on the list, nor for a trapped or a suppressed one', async () => {
      const { store, sendAll, subscribe } = await newStore();
      await subscribe(ADA);
      await store.unsubscribe(hashOf('forgotten@example.com'), at(NOW));
      await store.forget('forgotten@example.com', NOW);
      await store.signUp(signUp(ADA, NOW + DAY));
      await store.signUp(signUp('bot@example.com', NOW + DAY, true));
      await store.signUp(signUp('forgotten@example.com', NOW + DAY));
      expect(await sendAll(NOW + DAY)).toEqual([`nothing ${ADA}`, 'nothing ', 'nothing ']);
      expect((await everybodyOn(store)).map(({ email }) => email)).toEqual([ADA]);
      expect(await store.counts()).toMatchObject({ subscribed: 1, pending: 0, suppressed: 1 });
    });

    it('asks one who has left to confirm again, and lifts the suppression then', async () => {
      const { store, sendAll, subscribe } = await newStore();
      await subscribe(ADA);
      await store.unsubscribe(hashOf(ADA), at(NOW + HOUR));
      await store.signUp(signUp(ADA, NOW + DAY));
      expect(await sendAll(NOW + DAY)).toEqual([`confirm ${ADA}`]);
      expect(await store.counts()).toMatchObject({ pending: 1, unsubscribed: 1, suppressed: 1 });
      await store.issueToken('again', hashOf(ADA), NOW + 2 * DAY);
      expect(await store.confirm('again', at(NOW + DAY), [])).toBe('confirmed');
      expect(await store.counts()).toMatchObject({ subscribed: 1, unsubscribed: 0, suppressed: 0 });
    });

    it('does not let a trapped one change anything about a pending one', async () => {
      const { store, rows, sendAll } = await newStore();
      await store.signUp(signUp(ADA));
      await sendAll();
      await store.signUp({ ...signUp('Ada@example.com', NOW + HOUR, true), page: '/evil/' });
      expect(await rows('SELECT email, status, page, asked_at FROM subscribers')).toEqual([
        { email: ADA, status: 'pending', page: '/newsletter/', asked_at: NOW },
      ]);
      expect(await sendAll(NOW + HOUR)).toEqual([`nothing ${ADA}`]);
    });

    it('always leaves one consent and one line in the outbox, and never too many mails', async () => {
      const step = fc.record({
        who: fc.constantFrom('a@example.com', 'b@example.com'),
        what: fc.constantFrom('sign up', 'trap', 'confirm', 'unsubscribe', 'forget'),
        after: fc.integer({ min: 0, max: 4 * HOUR }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          const { store, rows } = await newStore();
          const count = async (table: string): Promise<unknown> =>
            (await rows(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.['n'];
          let now = NOW;
          const asked: { who: string; at: number }[] = [];
          for (const [index, { who, what, after }] of steps.entries()) {
            now += after;
            const before = {
              consents: Number(await count('consents')),
              outbox: Number(await count('outbox')),
            };
            if (what === 'forget') await store.forget(who, now);
            if (what === 'unsubscribe') await store.unsubscribe(hashOf(who), at(now));
            if (what === 'confirm') {
              await store.issueToken(`${index}`, hashOf(who), now + 1);
              await store.confirm(`${index}`, at(now), ['welcome']);
            }
            if (what !== 'sign up' && what !== 'trap') continue;
            await store.signUp(signUp(who, now, what === 'trap'));
            expect(await count('consents')).toBe(before.consents + 1);
            expect(await count('outbox')).toBe(before.outbox + 1);
            const [line] = await rows('SELECT errand FROM outbox ORDER BY id DESC LIMIT 1');
            if (line?.errand !== 'confirm') continue;
            const today = asked.filter((mail) => mail.who === who && mail.at > now - DAY);
            expect(what).toBe('sign up');
            expect(today.length).toBeLessThan(3);
            expect(today.every((mail) => mail.at <= now - 10 * MINUTE)).toBe(true);
            asked.push({ who, at: now });
          }
        }),
        { numRuns: 40 },
      );
    }, 60_000);
  });
});
