import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../../src/newsletter/command/command-error.ts';
import type { TypedAnswers } from '../../../../src/newsletter/command/import-answers.ts';
import { importList } from '../../../../src/newsletter/command/import-list.ts';
import { planImport } from '../../../../src/newsletter/command/import-plan.ts';
import { at, everybodyOn, hashOf, NOW, newStore } from '../store/opened-store.ts';

interface Options extends Partial<TypedAnswers> {
  readonly name?: string;
  readonly column?: string;
}

const EVIDENCE = { source: 'a list', givenOn: '2025-03-01' };

const planned = (csv: string, { name = 'list.csv', column, ...answers }: Options = {}) =>
  planImport({ ...{ csv, name, column, means: [], ignore: [], everyone: undefined }, ...answers });

/** A store with one who is on the list and one who left, and what an import into it reports. */
async function imported(csv: string, options?: Options) {
  const opened = newStore();
  await opened.subscribe('on@example.com');
  await opened.store.unsubscribe(hashOf('left@example.com'), at(NOW));
  const steps: [number, number][] = [];
  const progress = (done: number, total: number) => steps.push([done, total]);
  const report = await importList(opened.store, planned(csv, options), EVIDENCE, NOW, progress);
  return { ...opened, report, steps };
}

/** Who of `names` at example.com the import subscribed, suppressed, and left alone. */
async function becameOf(csv: string, names: readonly string[], options?: Options) {
  const { store, rows, report } = await imported(csv, options);
  const listed = new Set((await everybodyOn(store)).map(({ email }) => email));
  const suppressed = new Set(rows('SELECT hash FROM suppressions').map(({ hash }) => hash));
  const fate = (email: string) => {
    expect(listed.has(email) && suppressed.has(hashOf(email))).toBe(false);
    if (listed.has(email)) return 'subscribed';
    return suppressed.has(hashOf(email)) ? 'suppressed' : 'alone';
  };
  return {
    report,
    fates: Object.fromEntries(names.map((name) => [name, fate(`${name}@example.com`)])),
  };
}

/** The question or mistake that an import ends with, before it has a store to write to. */
function refusal(csv: string, options?: Options): string {
  try {
    planned(csv, options);
  } catch (error) {
    expect(error).toBeInstanceOf(CommandError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('It would be imported.');
}

const csvOf = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;

describe('importing a file', () => {
  it('knows an address whose quotation marks are followed by a space', async () => {
    const csv = csvOf('Email,Status', '"ada@example.com" ,subscribed', '"bob@example.com" ,left');
    const { fates } = await becameOf(csv, ['ada', 'bob']);
    expect(fates).toEqual({ ada: 'subscribed', bob: 'suppressed' });
  });

  it('adds the addresses, and says which lines it skipped and why', async () => {
    const csv = csvOf(
      'Name, Email ,Since',
      'Ada,ada@example.com,2020',
      '"Bob, the second",bob.example.com,2021',
      ',left@example.com,',
      ',ON@example.com,',
      "Plus,'+plus@example.com,",
      'Short',
      'Ada again,ADA@example.com,2022',
      'Ada,ada@example.com;eve@example.com,',
      'Smith, John,john@example.com,2020',
    );
    const { report, store } = await imported(csv);
    expect(report.split('\n')).toEqual([
      'Subscribed 2, skipped 7, suppressed 0.',
      'Line 3: has an address without @.',
      'Line 4: has unsubscribed or was deleted.',
      'Line 5: is on the list already.',
      'Line 7: has no address.',
      'Line 8: is on the list already.',
      'Line 9: has more than one address, or more than one @.',
      expect.stringMatching(/^Line 10: has more cells than the first line names columns, /),
    ]);
    const emails = (await everybodyOn(store)).map(({ email }) => email).sort();
    expect(emails).toEqual(['+plus@example.com', 'ada@example.com', 'on@example.com']);
  });

  it('shows twenty lines at most, then counts, and works in batches', async () => {
    const good = Array.from({ length: 1_200 }, (_, index) => `a${index}@example.com`);
    const csv = ['email', ...good, ...Array(15).fill('on@example.com'), ...Array(10).fill('bad')];
    const { report, steps, store } = await imported(csv.join('\n'));
    const lines = report.split('\n');
    expect(lines[0]).toBe('Subscribed 1200, skipped 25, suppressed 0.');
    expect(lines.slice(1, 21).every((line) => /^Line \d+: /.test(line))).toBe(true);
    expect(lines.slice(21)).toEqual([
      'And 5 more. In all:',
      '     10  has an address without @',
      '     15  is on the list already',
    ]);
    expect(steps).toEqual([
      [500, 1_215],
      [1_000, 1_215],
      [1_215, 1_215],
    ]);
    expect((await store.counts()).subscribed).toBe(1_201);
  });

  it.each([
    ['', /called email, or be named with --column; the file is empty\.$/],
    ['name,address\nAda,ada@example.com', /called email, .*; found name, address\.$/],
    ['ada@example.com\nbob@example.com', /called email, .*; found ada@example\.com\.$/],
    ['Email,E-Mail\na@b.co,c@d.co', /columns "Email" and "E-Mail" may both hold .* name in the/],
    ['email,Email Address\na@b.co,c@d.co', /may both hold the address; say which, as in --column/],
  ])('of %j is refused', async (csv, sentence) => {
    expect(refusal(csv)).toMatch(sentence);
  });

  it.each(['Email', 'E-mail Address', 'email_address', 'Adresse e-mail', 'E-Mail-Adresse'])(
    'finds the address in a column called %s',
    async (name) => {
      expect((await becameOf(csvOf(`Nr,${name}`, '7,ada@example.com'), ['ada'])).fates).toEqual({
        ada: 'subscribed',
      });
    },
  );

  it('takes the column that the owner names', async () => {
    const csv = csvOf('email,Work', 'ada@example.com,bob@example.com');
    expect((await becameOf(csv, ['ada', 'bob'], { column: 'work' })).fates).toEqual({
      ada: 'alone',
      bob: 'subscribed',
    });
    expect(refusal(csv, { column: 'Home' })).toMatch(/names no column "Home"; found email, Work\./);
  });

  it.each(['email;status', 'sep=;\r\nemail;status', '"email";"status, of the list"'])(
    'reads semicolons, as in %j',
    async (header) => {
      const means = header.includes('of the') ? ['status, of the list:unsubscribed=left'] : [];
      const answered = [...means, ...(means.length ? ['status, of the list:on=subscribed'] : [])];
      const value = means.length ? 'on' : 'subscribed';
      const csv = csvOf(header, `ada@example.com;${value}`, 'bob@example.com;unsubscribed');
      expect((await becameOf(csv, ['ada', 'bob'], { means: answered })).fates).toEqual({
        ada: 'subscribed',
        bob: 'suppressed',
      });
    },
  );

  it('names the line of a quotation mark that swallows the rest', async () => {
    const { report } = await imported('email\nada@example.com\n"bob@example.com\neve@example.com');
    expect(report).toBe(
      'Subscribed 1, skipped 1, suppressed 0.\nLine 3: has a quotation mark that is never closed, so all that follows was left out.',
    );
  });
});

describe('a file that says who left', () => {
  it.each([
    [
      'of this program',
      csvOf(
        'email,status,confirmed,page',
        'ada@example.com,subscribed,2026-01-05T09:00:00.000Z,/newsletter/',
        'pat@example.com,pending,,/newsletter/',
        'eve@example.com,unsubscribed,2026-01-05T09:00:00.000Z,/newsletter/',
      ),
      { ada: 'subscribed', pat: 'alone', eve: 'suppressed' },
    ],
    [
      'of Ghost',
      csvOf(
        'id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,products',
        '1,ada@example.com,Ada,,true,false,,2022-10-18T06:34:08.000Z,,,',
        '2,eve@example.com,Eve,,false,true,,2022-10-18T06:34:08.000Z,,,',
        '3,bob@example.com,Bob,,true,,,2022-10-18T06:34:08.000Z,2023-01-02T00:00:00.000Z,"VIP,Old",',
      ),
      { ada: 'subscribed', eve: 'suppressed', bob: 'suppressed' },
    ],
    [
      'of Substack',
      csvOf(
        'email,active_subscription,expiry,email_disabled,created_at',
        'ada@example.com,true,2021-07-06T16:20:44.000Z,false,2018-08-27T15:06:27.713Z',
        'pat@example.com,,,false,2018-12-19T08:03:04.977Z',
        'zoe@example.com,false,,false,2018-12-19T08:03:04.977Z',
        'eve@example.com,true,2025-06-23T23:41:42.980Z,true,2018-08-29T20:50:03.435Z',
      ),
      { ada: 'subscribed', pat: 'subscribed', zoe: 'subscribed', eve: 'suppressed' },
    ],
    [
      'of Substack, those who pay',
      csvOf(
        'email,expiry,email_disabled,stripe_connected_customer_id,type',
        'ada@example.com,2021-07-06T16:20:44.000Z,false,cus_D5,paid',
        'eve@example.com,2021-08-02T19:01:30.000Z,true,,comp',
      ),
      { ada: 'subscribed', eve: 'suppressed' },
    ],
    [
      'of Mailchimp, subscribed',
      csvOf(
        'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,GMTOFF,DSTOFF,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
        'ada@example.com,Ada,,2,2023-04-21 11:16:57,,2023-04-21 11:16:57,,,,,,,,,,,"""Readers"""',
        'pat@example.com,Pat,,2,,,,,,,,,,,,,,',
      ),
      { ada: 'subscribed', pat: 'alone' },
    ],
    [
      'of Mailchimp, unsubscribed',
      csvOf(
        'Email Address,First Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID,EUID,NOTES,TAGS',
        'eve@example.com,Eve,2,2018-02-12 10:54:27,2018-02-12 10:54:27,2018-07-23 12:19:27,,,NORMAL,I unsubscribed twice,,,,',
      ),
      { eve: 'suppressed' },
    ],
    [
      'of Mailchimp, cleaned',
      csvOf(
        'Email Address,OPTIN_TIME,CONFIRM_TIME,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,TAGS',
        'bob@example.com,2018-02-05 19:28:23,2018-02-05 19:28:23,2020-03-23 17:30:05,,,',
      ),
      { bob: 'suppressed' },
    ],
    [
      'of listmonk, with the status of the list',
      csvOf(
        'uuid,email,name,attributes,status,subscription_status,created_at,updated_at',
        '5b1,ada@example.com,Ada,"{""city"": ""Bengaluru""}",enabled,confirmed,2023-01-01,2023-01-01',
        '5b2,pat@example.com,Pat,{},enabled,unconfirmed,2023-01-01,2023-01-01',
        '5b3,eve@example.com,Eve,{},enabled,unsubscribed,2023-01-01,2023-01-01',
        '5b4,bob@example.com,Bob,{},blocklisted,confirmed,2023-01-01,2023-01-01',
        '5b5,zoe@example.com,Zoe,{},disabled,confirmed,2023-01-01,2023-01-01',
      ),
      {
        ...{ ada: 'subscribed', pat: 'alone', eve: 'suppressed' },
        ...{ bob: 'suppressed', zoe: 'suppressed' },
      },
    ],
    [
      'of Buttondown',
      csvOf(
        'email_address,notes,metadata,tags,type,source,creation_date,unsubscription_date,undeliverability_date',
        'ada@example.com,,{},,regular,api,2024-01-01,,',
        'kim@example.com,,{},,premium,api,2024-01-01,,',
        'pat@example.com,,{},,unactivated,api,2024-01-01,,',
        'eve@example.com,,{},,unsubscribed,api,2024-01-01,2024-05-05,',
        'bob@example.com,,{},,removed,api,2024-01-01,,',
        'sam@example.com,,{},,undeliverable,api,2024-01-01,,2024-05-05',
        'tom@example.com,,{},,complained,api,2024-01-01,,',
      ),
      {
        ...{ ada: 'subscribed', kim: 'subscribed', pat: 'alone', eve: 'suppressed' },
        ...{ bob: 'suppressed', sam: 'suppressed', tom: 'suppressed' },
      },
    ],
    [
      'of Buttondown, as it was',
      csvOf('email,subscriber_type', 'ada@example.com,regular', 'pat@example.com,unactivated'),
      { ada: 'subscribed', pat: 'alone' },
    ],
    [
      'of beehiiv',
      csvOf(
        'email,First Name,status,tier,created_at,Free Tier,Premium Tier,unsubscribed_at,Subscription Date (Substack)',
        'ada@example.com,Ada,active,free,2023-03-24 10:23:10 UTC,Yes,No,,2022-03-12 11:43:23 UTC',
        'eve@example.com,Eve,inactive,free,2023-03-24 10:36:48 UTC,Yes,No,,',
        'pat@example.com,Pat,pending,free,2023-04-11 14:02:46 UTC,Yes,No,,',
        'bob@example.com,Bob,active,premium,2023-04-11 14:02:46 UTC,No,Yes,2024-03-13 11:33:53 UTC,',
      ),
      { ada: 'subscribed', eve: 'suppressed', pat: 'alone', bob: 'suppressed' },
    ],
    [
      'of Curated, which holds nobody else',
      csvOf(
        'Email Address,Subscribed at,UTM Source,UTM Referrer',
        'ada@example.com,2021-02-04 07:55:20 +0000,"",""',
      ),
      { ada: 'subscribed' },
    ],
    [
      'that counts as well',
      csvOf(
        'email,status,clicks,opens',
        'ada@example.com,Subscribed,0,1',
        'eve@example.com,Unsubscribed,0,0',
      ),
      { ada: 'subscribed', eve: 'suppressed' },
    ],
    [
      'that writes its words in other ways',
      csvOf(
        'E-mail\tSTATUS',
        'ada@example.com\t SUBSCRIBED ',
        'eve@example.com\tUn-subscribed',
        'bob@example.com\tOpted_Out',
        'pat@example.com\t"Not confirmed"',
        'zoe@example.com\t=""unsubscribed""',
      ),
      {
        ...{ ada: 'subscribed', eve: 'suppressed', bob: 'suppressed' },
        ...{ pat: 'alone', zoe: 'suppressed' },
      },
    ],
  ])('is understood where it is one %s', async (_, csv, fates) => {
    expect((await becameOf(csv, Object.keys(fates))).fates).toEqual(fates);
  });

  it('subscribes nobody by one line whose other line cannot be read', async () => {
    const csv = csvOf(
      'email,name,status',
      'ada@example.com,Lovelace, Ada,unsubscribed',
      'ada@example.com,Ada,subscribed',
      'bob@example.com,Bob,subscribed',
    );
    expect((await becameOf(csv, ['ada', 'bob'])).fates).toEqual({
      ada: 'alone',
      bob: 'subscribed',
    });
  });

  it('is counted in the report', async () => {
    const csv = csvOf(
      'email,status',
      'ada@example.com,active',
      'pat@example.com,pending',
      'eve@example.com,unsubscribed',
      'on@example.com,unsubscribed',
      'left@example.com,unsubscribed',
    );
    const { report, store } = await imported(csv);
    expect(report.split('\n')).toEqual([
      'Subscribed 1, skipped 1, suppressed 3.',
      'Who left or is blocked by this file is kept as a keyed hash alone, and never written to.',
      'Line 3: has not confirmed.',
    ]);
    // Who is on the list here, and left there, has left.
    expect(await store.counts()).toMatchObject({ subscribed: 1, suppressed: 3, pending: 0 });
  });

  it('believes the most careful of several lines, wherever it stands', async () => {
    const csv = csvOf(
      'email,status',
      'ada@example.com,subscribed',
      'pat@example.com,subscribed',
      'ADA@example.com,unsubscribed',
      'pat@example.com,pending',
    );
    const { report, fates } = await becameOf(csv, ['ada', 'pat']);
    expect(fates).toEqual({ ada: 'suppressed', pat: 'alone' });
    expect(report).toContain(
      'Line 2: is on another line that says they left or never confirmed, or cannot be read.',
    );
  });

  it('never subscribes anybody who left, is blocked or did not confirm on any of their lines', async () => {
    const value = fc.constantFrom('Active', 'subscribed', 'pending', 'UNSUBSCRIBED', 'bounced');
    const date = fc.constantFrom('', '2024-01-05', '2024-01-05 10:00:00');
    const row = fc.record({
      who: fc.integer({ min: 0, max: 8 }),
      shout: fc.boolean(),
      ...{ status: value, deleted: date, confirmed: date, yes: fc.constantFrom('true', 'False') },
    });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const file = fc.tuple(fc.array(row, { maxLength: 25 }), order, fc.constantFrom(',', ';', '\t'));
    await fc.assert(
      fc.asyncProperty(file, async ([rows, places, separator]) => {
        const lineOf = (cells: readonly string[]) =>
          places.map((place) => cells[place]).join(separator);
        const emailOf = (who: number) => `p${who}@example.com`;
        const csv = csvOf(
          lineOf(['Email', 'Status', 'deleted_at', 'confirmed', 'subscribed_to_emails']),
          ...rows.map(({ who, shout, status, deleted, confirmed, yes }) => {
            const email = shout ? emailOf(who).toUpperCase() : emailOf(who);
            return lineOf([email, status, deleted, confirmed, yes]);
          }),
        );
        const { store, rows: look } = await imported(csv);
        const listed = new Set((await everybodyOn(store)).map(({ email }) => email.toLowerCase()));
        const suppressed = new Set(look('SELECT hash FROM suppressions').map(({ hash }) => hash));
        for (let who = 0; who <= 8; who += 1) {
          const mine = rows.filter((one) => one.who === who);
          const left = mine.some(
            ({ status, deleted, yes }) =>
              status === 'UNSUBSCRIBED' || status === 'bounced' || deleted || yes === 'False',
          );
          const unsure = mine.some(({ status, confirmed }) => status === 'pending' || !confirmed);
          expect(listed.has(emailOf(who))).toBe(mine.length > 0 && !left && !unsure);
          expect(suppressed.has(hashOf(emailOf(who)))).toBe(left);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('believes the most careful of several columns', async () => {
    const csv = csvOf(
      'email,status,deleted_at',
      'ada@example.com,active,2024-01-01',
      'eve@example.com,unsubscribed,',
    );
    expect((await becameOf(csv, ['ada', 'eve'])).fates).toEqual({
      ada: 'suppressed',
      eve: 'suppressed',
    });
  });
});

describe('a file that does not say clearly who left', () => {
  it('is not imported, and the question names the column, the value, the lines and the answer', async () => {
    const csv = csvOf(
      'email,active',
      ...Array.from({ length: 7 }, (_, index) => `a${index}@example.com,1`),
      'eve@example.com,0',
    );
    expect(refusal(csv).split('\n')).toEqual([
      expect.stringMatching(/^Nothing was imported: the file may hold people who left /),
      'The column "active":',
      '  says "1" on lines 2, 3, 4, 5, 6 and 2 more',
      '  says "0" on line 9',
      '  Answer with --means "active:1=subscribed" for each value, or with --ignore "active".',
      expect.stringMatching(/^An answer is subscribed, unconfirmed .*, left .* or nothing /),
    ]);
    const means = ['active:1=subscribed', 'ACTIVE:0=left'];
    expect((await becameOf(csv, ['a0', 'a6', 'eve'], { means })).fates).toEqual({
      ...{ a0: 'subscribed', a6: 'subscribed', eve: 'suppressed' },
    });
    expect((await becameOf(csv, ['a0', 'eve'], { ignore: ['Active'] })).fates).toEqual({
      ...{ a0: 'subscribed', eve: 'subscribed' },
    });
  });

  it.each([
    ['state', 'TX'],
    ['opted_out', '0'],
    ['Opt-in', 'yes'],
    ['isActive', 'true'],
    ['unsubscribed', ''],
    ['Unsubscribed?', 'Jan 5'],
    ['bounces', '2'],
    ['Email permission status', 'Express'],
    ['Accepts Marketing', 'no'],
    ['verified', 'true'],
    ['blacklisted', '0'],
    ['Do not contact', 'x'],
    ['Abgemeldet am', '01.02.2024'],
    ['désabonné', 'oui'],
    ['wants it', 'No'],
    ['out', 'x'],
    ['Werbung', 'nein'],
    ['group', 'Inactive'],
    ['segment', 'pending'],
    ['Tags', 'Friends; Unsubscribed 2023'],
    ['lists', '[{"subscription_status": "unsubscribed"}]'],
    ['note', 'Please do not email her'],
    ['status', '4'],
    ['status', 'on hold'],
    ['type', 'student'],
    ['subscribed_to_emails', ''],
    ['email_disabled', 'perhaps'],
    ['deleted_at', '0000-00-00 00:00:00'],
    ['deleted_at', 'NULL'],
    ['confirmed', 'soon'],
    ['status', 'enabled'],
  ])('as by a column %s that says %j', async (column, value) => {
    const others = value === '' ? [`bob@example.com,yes`] : [];
    const csv = csvOf(
      `email,${column}`,
      `ada@example.com,"${value.replaceAll('"', '""')}"`,
      ...others,
    );
    const question = refusal(csv);
    expect(question).toContain(`The column "${column}":`);
    expect(question).toMatch(value === '' ? /is empty on line 2/ : /says ".+" on line 2/);
    const means = [
      `${column}:${value}=left`,
      ...(others.length ? [`${column}:yes=subscribed`] : []),
    ];
    expect((await becameOf(csv, ['ada'], { means })).fates).toEqual({ ada: 'suppressed' });
  });

  it.each([
    ['Since', '2020'],
    ['name', 'Clean Left'],
    ['created_at', '2024-01-01'],
    ['Subscribed on', '2024-01-01'],
    ['subscriber_id', '12'],
    ['city', 'Active Springs'],
    ['unsubscribe_url', 'https://example.com/unsubscribe/abc'],
    ['Emails received', '1'],
    ['birthday', '01.02.1990'],
    ['deleted_at', ''],
    ['unsubscribed_at', ''],
    ['bounced', ''],
  ])('but not by a column %s that says %j', async (column, value) => {
    const csv = csvOf(`email,${column}`, `ada@example.com,${value}`);
    expect((await becameOf(csv, ['ada'])).fates).toEqual({ ada: 'subscribed' });
  });

  it('tells what "enabled" means in listmonk, and takes the answer', async () => {
    const csv = csvOf(
      'uuid,email,name,attributes,status,created_at,updated_at',
      '5b1,ada@example.com,Ada,{},enabled,2023-01-01,2023-01-01',
      '5b4,bob@example.com,Bob,{},blocklisted,2023-01-01,2023-01-01',
    );
    expect(refusal(csv)).toContain('whoever left a list or never confirmed it is enabled too');
    const means = ['status:enabled=subscribed'];
    expect((await becameOf(csv, ['ada', 'bob'], { means })).fates).toEqual({
      ...{ ada: 'subscribed', bob: 'suppressed' },
    });
  });

  it('may be answered for all other values at once, and never against what is known', async () => {
    const csv = csvOf(
      'email,status',
      ...Array.from({ length: 20 }, (_, index) => `a${index}@example.com,code ${index}`),
      'eve@example.com,unsubscribed',
    );
    expect(refusal(csv)).toMatch(/and 12 other values\n.*--means "status:\*=subscribed"/);
    const means = ['status:*=subscribed', 'status:code 3=unconfirmed'];
    expect((await becameOf(csv, ['a1', 'a3', 'eve'], { means })).fates).toEqual({
      ...{ a1: 'subscribed', a3: 'alone', eve: 'suppressed' },
    });
    for (const [options, sentence] of [
      [
        { means: ['status:unsubscribed=subscribed'] },
        /"unsubscribed" in the column "status" means left/,
      ],
      [
        { ignore: ['status'] },
        /cannot be ignored: line 22 says "unsubscribed", which means left\./,
      ],
      [
        { means: ['states:a=left'] },
        /^--means "states:a=left" names no column .* email, status\.$/,
      ],
      [{ means: ['status'] }, /^--means "status" names no column .*"COLUMN:VALUE=MEANING"/],
      [
        { means: ['status:a=gone'] },
        /says "gone" and should say one of subscribed, unconfirmed, left/,
      ],
      [
        { ignore: ['states'] },
        /^--ignore "states" names no column of the file; it has email, status/,
      ],
      [{ everyone: 'gone' }, /^--everyone says "gone" and should say one of /],
    ] as const) {
      expect(refusal(csv, options)).toMatch(sentence);
    }
  });

  it('takes a column and a value with colons and equals signs in their names', async () => {
    const csv = csvOf('email,list:state', 'ada@example.com,a=b:c');
    const means = ['list:state:a=b:c=left'];
    expect((await becameOf(csv, ['ada'], { means })).fates).toEqual({ ada: 'suppressed' });
  });

  it.each([
    'unsubscribed_members_export_1a2b.csv',
    'cleaned.csv',
    'nonsubscribed_members_export.csv',
    'Opt-Outs 2024.csv',
    'suppression-list.csv',
    'bounces.csv',
  ])('as where only its name, %s, tells', async (name) => {
    const csv = csvOf('Email Address', 'ada@example.com');
    expect(refusal(csv, { name })).toMatch(
      /^Nothing was imported\. By its name, .* --everyone left, --everyone unconfirmed or --everyone/,
    );
    expect((await becameOf(csv, ['ada'], { name, everyone: 'left' })).fates).toEqual({
      ada: 'suppressed',
    });
    expect((await becameOf(csv, ['ada'], { name, everyone: 'subscribed' })).fates).toEqual({
      ada: 'subscribed',
    });
  });
});
