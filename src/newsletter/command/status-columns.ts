/**
 * What a file says about the person in a line: that they are `subscribed`; that they never
 * confirmed; that they `left`; that they are `blocked`, because mails came back or were called spam;
 * `nothing`; or nothing that is `clear` without another column.
 */
export type Meaning = 'subscribed' | 'unconfirmed' | 'left' | 'blocked' | 'nothing' | 'unclear';

/** A column that says who is subscribed, and how. Cells of no kind named here need an answer. */
export interface StatusColumn {
  /** As `keyOf` writes them. */
  readonly names: readonly string[];
  readonly words?: Readonly<Record<string, Meaning>>;
  /** What a yes and a no mean. */
  readonly yes?: Meaning;
  readonly no?: Meaning;
  /** What a date means. */
  readonly date?: Meaning;
  /** What an empty cell means. */
  readonly blank?: Meaning;
}

/** `text` without upper case, spaces and signs, by which names of columns and values are compared. */
export function keyOf(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  // A value such as "-" or "✓" is only signs.
  return plain.replace(/[^\p{L}\p{N}]/gu, '') || plain;
}

const meaning = (is: Meaning, ...words: readonly string[]): Readonly<Record<string, Meaning>> =>
  Object.fromEntries(words.map((word) => [word, is]));

/** Words that mean the same in every column of states. */
const STATES: Readonly<Record<string, Meaning>> = {
  ...meaning('subscribed', 'subscribed', 'active', 'confirmed', 'optedin'),
  ...meaning('unconfirmed', 'unconfirmed', 'notconfirmed', 'pending', 'unactivated', 'unverified'),
  ...meaning('unconfirmed', 'nonsubscribed', 'neversubscribed', 'notsubscribed', 'transactional'),
  ...meaning('left', 'unsubscribed', 'optedout', 'optout', 'inactive', 'disabled', 'archived'),
  ...meaning('left', 'removed', 'deleted', 'left', 'suppressed'),
  ...meaning('blocked', 'blocklisted', 'blacklisted', 'blocked', 'banned', 'cleaned', 'held'),
  ...meaning('blocked', 'bounced', 'hardbounced', 'undeliverable', 'invalid'),
  ...meaning('blocked', 'complained', 'spam', 'markedasspam', 'spammy', 'junk'),
};

/**
 * The columns of states in the exports of this program, Ghost (`members-csv`), Substack, Mailchimp,
 * listmonk, Buttondown (`SubscriberType` of its OpenAPI), beehiiv and programs that use the same
 * words.
 */
const STATUS_COLUMNS: readonly StatusColumn[] = [
  {
    names: [
      ...['status', 'subscriberstatus', 'subscriptionstatus', 'memberstatus', 'emailstatus'],
      // Buttondown, Substack.
      ...['type', 'subscribertype'],
    ],
    words: {
      ...STATES,
      // listmonk: whoever left a list, or never confirmed it, is "enabled" like everybody else.
      ...meaning('unclear', 'enabled'),
      // Buttondown.
      ...meaning('subscribed', 'regular', 'premium', 'trialed', 'gifted', 'unpaid', 'pastdue'),
      ...meaning('subscribed', 'churning', 'paused'),
      // Substack: what somebody pays.
      ...meaning('nothing', 'free', 'paid', 'comp', 'gift', 'founding'),
    },
  },
  // Ghost.
  { names: ['subscribedtoemails'], yes: 'subscribed', no: 'left' },
  // Substack.
  { names: ['emaildisabled'], yes: 'left', no: 'subscribed' },
  {
    // Ghost, Mailchimp, beehiiv, Buttondown.
    names: ['deletedat', 'unsubtime', 'unsubscribedat', 'unsubscriptiondate'],
    date: 'left',
    blank: 'nothing',
  },
  // Mailchimp, Buttondown.
  { names: ['cleantime', 'undeliverabilitydate'], date: 'blocked', blank: 'nothing' },
  {
    // This program, Mailchimp.
    names: ['confirmed', 'confirmedat', 'confirmtime'],
    date: 'subscribed',
    yes: 'subscribed',
    no: 'unconfirmed',
    blank: 'unconfirmed',
  },
];

/** Columns of these exports whose names or values look like states and are none. */
const OTHER_COLUMNS: ReadonlySet<string> = new Set([
  // Mailchimp: circumstances of what UNSUB_TIME, CLEAN_TIME and CONFIRM_TIME say.
  ...['unsubcampaigntitle', 'unsubcampaignid', 'unsubreason', 'unsubreasonother'],
  ...['cleancampaigntitle', 'cleancampaignid', 'optintime', 'optinip', 'confirmip'],
  ...['memberrating', 'leid', 'euid', 'gmtoff', 'dstoff', 'cc', 'region', 'lastchanged'],
  // Who pays: Ghost, Substack, beehiiv, Buttondown.
  ...['complimentaryplan', 'activesubscription', 'freetier', 'premiumtier', 'churndate'],
  // Buttondown: why, beside the date when.
  ...['undeliverabilityreason', 'unsubscriptionreason'],
]);

/** When people came, which says nothing about whether they stayed. */
const COMING =
  /^(subscribed|subscription|signup|signedup|joined|created|added|optin|optedin)(at|on|date|time|since)/;

/** Names of columns that say something about the person or the letter, and not whether it is wanted. */
const DETAIL = /(id|ip|name|title|url|source|amount|cents|currency|plan|period|number|rate)$/;

/** Names of columns that count something, so that a 0 or a 1 is no answer to a question. */
const COUNT =
  /(open|click|sent|count|score|point|visit|order|view|total|received|delivered|emails)/;

/** What the name of a column of states may hold, in the languages of programs that we know. */
const STATE_NAME = new RegExp(
  [
    'status|state$|subscri|opt(ed)?(in|out)|unsub|active|enabl|disabl|confirm|verif|bounc|clean',
    'blocked|blocklist|blacklist|suppress|delet|remov|complain|spam|abus|consent|permission|banned',
    'marketing|donot|undeliver|cancel|churn|paus|archiv|suspend|pending|left|quit|reject',
    'abgemeld|abmeld|bestätigt|gesperrt|gelöscht|aktiv|désabonn|désinscri|actif|baja|activo',
  ].join('|'),
  'u',
);

/** Cells that say, in any column, that somebody may not want or get the letter. */
const TELLING =
  /(?<!\p{L})(un-?subscribed|opt(ed)?[ _-]?out|unconfirmed|bounced|(block|black)[ _-]?listed|do[ _-]not[ _-](e-?mail|contact|send|mail)|abgemeldet|désabonnée?|désinscrite?)(?!\p{L})/iu;

const YES = new Set(['yes', 'y', 'true', 't', '1', 'on', 'x', '✓', 'ja', 'oui', 'si', 'sí']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'off', 'nein', 'non']);

/** A date of any usual form, with or without a time; not the zeros that stand for none. */
const DATE = /^(?!0{4}|0?0[./-])\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(\D|$)/;

const entryOf = (column: string): StatusColumn | undefined =>
  STATUS_COLUMNS.find(({ names }) => names.includes(keyOf(column)));

/**
 * What a cell says by the table of columns that are understood.
 *
 * @returns undefined where the table does not know the column, or this value in it
 */
export function meaningOf(column: string, cell: string): Meaning | undefined {
  const entry = entryOf(column);
  if (entry === undefined) return undefined;
  const value = keyOf(cell);
  if (value === '') return entry.blank;
  const known = entry.words !== undefined && Object.hasOwn(entry.words, value);
  if (known) return entry.words?.[value];
  if (YES.has(value)) return entry.yes;
  if (NO.has(value)) return entry.no;
  return DATE.test(cell.trim()) ? entry.date : undefined;
}

/** More different values than this are no list of states. */
const MOST_STATES = 12;

/**
 * Which of a column's cells must be understood before anybody is subscribed by the file: all of a
 * column that the table knows, or that looks like one of states by its name or its cells; those
 * that tell of leaving in any other; and none else.
 *
 * @param cells the different cells of the column
 */
export function cellsToUnderstand(column: string, cells: ReadonlySet<string>): ReadonlySet<string> {
  if (entryOf(column) !== undefined) return cells;
  const name = keyOf(column);
  const values = [...cells].map(keyOf).filter((value) => value !== '');
  if (OTHER_COLUMNS.has(name) || values.length === 0) return new Set();
  const isNamed = STATE_NAME.test(name) && !COMING.test(name) && !DETAIL.test(name);
  const isSwitch = !COUNT.test(name) && values.every((value) => YES.has(value) || NO.has(value));
  const isState = (value: string) => Object.hasOwn(STATES, value) && STATES[value] !== 'subscribed';
  if (isNamed || isSwitch || (cells.size <= MOST_STATES && values.some(isState))) return cells;
  return new Set([...cells].filter((cell) => TELLING.test(cell)));
}
