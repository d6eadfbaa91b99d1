import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newsletter } from '../../../../src/newsletter/command/main.ts';
import { keyedHashes } from '../../../../src/newsletter/hashes.ts';
import { returnAddresses } from '../../../../src/newsletter/letters/return-address.ts';
import { takeReturns } from '../../../../src/newsletter/returns/take-returns.ts';
import { dataFolder } from '../data-folder.ts';
import { openInbox } from '../delivery/inbox.ts';
import { KEY, postEnv, readerOf, readersIn, siteIn } from '../letters/letter-site.ts';
import { openIn } from '../store/opened-store.ts';
import { deliveryReport, recipientFields } from './made-report.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Sends the letter to one reader; the envelope's sender, and the mail as it arrived. */
async function sent(changes: Readonly<Record<string, string>>) {
  const root = dataFolder();
  await readersIn(root, 1);
  siteIn(root);
  const senders: string[] = [];
  const inbox = await openInbox({
    onMailFrom: ({ address }, _session, done) => {
      senders.push(address);
      done();
    },
  });
  onTestFinished(inbox.close);
  for (const name of ['log', 'error'] as const) {
    const spy = vi.spyOn(console, name).mockImplementation(() => {});
    onTestFinished(() => spy.mockRestore());
  }
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const env = { ...postEnv(root, inbox.url), ...changes };
  const code = await newsletter(['letter', 'send', 'the-hour-after', '--yes'], env, nowhere);
  expect(code).toBe(0);
  const [arrived] = await inbox.holds(1);
  return { list: openIn(join(root, 'data')), from: senders.at(-1) ?? '', mail: arrived?.mail };
}

/** What is done about a report of one who does not exist, with these words in it. */
async function take(list: Awaited<ReturnType<typeof sent>>['list'], report: Buffer) {
  const said: string[] = [];
  async function* incoming() {
    yield { raw: report, handled: async () => {} };
  }
  const keyed = { hashes: keyedHashes(KEY), addresses: returnAddresses(KEY) };
  const { removed } = await takeReturns(incoming(), {
    ...{ list, keyed, now: Date.now },
    say: (line) => void said.push(line),
  });
  return { said: said.join(), removed };
}

describe('a letter that was really sent', () => {
  const recipients = [recipientFields(readerOf(0), '5.1.1')];

  it('comes back to an address that tells whose it is, where one is configured', async () => {
    const { list, from } = await sent({ BOUNCE_ADDRESS: 'bounces@example.org' });
    expect(from).toMatch(/^bounces\+[0-9a-z]{39}@example\.org$/);
    expect(await take(list, deliveryReport({ recipients, to: from }))).toEqual({
      said: '1. Not delivered, no such mailbox (5.1.1), the-hour-after. Taken off the list.',
      removed: 1,
    });
  });

  it('comes back to the sender otherwise, and is told by its Message-ID or its way out', async () => {
    const { list, from, mail } = await sent({});
    expect(from).toBe('letters@example.com');
    const header = (name: string) => mail?.headerLines.find(({ key }) => key === name)?.line ?? '';
    const about = (name: string) =>
      take(list, deliveryReport({ recipients, to: from, quoted: [header(name)] }));
    expect(await about('subject')).toMatchObject({ removed: 0 });
    expect(await about('message-id')).toMatchObject({
      said: expect.stringContaining('the-hour-after. Taken off'),
      removed: 1,
    });
    expect((await about('list-unsubscribe')).said).toContain('Not on the list any more');
  });
});
