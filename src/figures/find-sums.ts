/** A percentage or a sum of money in a text: what it says, and where it begins in it. */
export interface Sum {
  readonly found: string;
  readonly index: number;
}

/** A number in digits of any script, with its groups and decimals: 2,708 or 1.5 or 2½. */
const DIGITS = String.raw`\p{Nd}+(?:[.,'’\u00A0\u202F]\p{Nd}+)*(?: ?[¼½¾⅓⅔])?`;

const COUNTED =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|lakh|crore|dozen';

/** A number in words, such as twenty-eight, or a thousand. */
const WORDS = String.raw`(?<!\p{L})(?:a )?(?:${COUNTED})(?:(?:-| (?:and )?)(?:${COUNTED}))*`;

const NUMBER = `(?:${DIGITS}|${WORDS})`;

/** What may stand between the two ends of a range. */
const TO = `(?: ?[-–—‑−/~] ?| to | or | and | through )`;

/** How large the number before it is meant: $50k, 2 million euros. */
const SCALES = 'k|m|mn|bn|thousand|million|billion|lakhs?|crores?';
const SCALE = String.raw`(?:[ -]?(?:${SCALES})(?!\p{L}))?`;

/** Behind a number, a share of a hundred; `%20`, as in an address, is none. */
const PERCENT = String.raw`(?:[%％﹪٪‰](?![0-9A-F]{2})|(?:per[ -]?cent|pct|percentage points?|basis points?)(?!\p{L}))`;

const MONEY_WORDS = String.raw`(?:dollars?|bucks|euros?|pounds?|quid|pence|cents?|francs?|rupees?|yen|yuan|renminbi|pesos?|ringgit|dirhams?|ri[yj]als?|dinars?|shillings?|kron(?:a|e|er|or|ur)|rand|reais|z[łl]oty(?:s|ch)?|korunas?|baht|shekels?|liras?|rou?bles?|hryvnias?|nairas?|lakhs?|crores?|grand)(?!\p{L})`;

/** A sign of money, with the letters that tell whose: HK$. */
const SIGN = String.raw`\p{Lu}{0,3}\p{Sc}`;

/** Currencies in letters: those of ISO 4217, and how people write some of them. */
const LETTERS = [
  ...Intl.supportedValuesOf('currency'),
  'RM',
  'Rs',
  'Rp',
  'Fr',
  'SFr',
  'Dhs',
  'NT',
  'Kč',
  'zł',
  'kr',
].join('|');

/** What people write without a number. */
const NO_NUMBER = /(?<!\p{L})(?:half an?|an?) (?:per ?cent|percentage point)(?!\p{L})/giu;

const range = (one: string) => `${one}(?:${TO}${one})?`;

/** Any case. Ends of a range that have no sign of their own belong to the one that has. */
const IN_WORDS = new RegExp(
  `(?:${NUMBER}${TO})?${NUMBER}${SCALE}(?: ?|-)(?:${PERCENT}|${MONEY_WORDS})`,
  'giu',
);

/** What every such form ends with, and what stands before that, which is no other word: trouble. */
const UNIT = new RegExp(`${PERCENT}|${MONEY_WORDS}`, 'giu');
const BEFORE_UNIT = new RegExp(String.raw`(?:^|\P{L}|${COUNTED}|${SCALES})$`, 'iu');
const LONGEST_BEFORE_UNIT = 12;

/** Whether a text has any unit in words. Few have, and to look for whole sums takes long. */
function hasUnit(text: string): boolean {
  return [...text.matchAll(UNIT)].some(({ index }) =>
    BEFORE_UNIT.test(text.slice(Math.max(0, index - LONGEST_BEFORE_UNIT), index)),
  );
}

/** As they are written: "all" is a word, and ALL a currency. */
const IN_SIGNS = [
  new RegExp(`${SIGN} ?${range(DIGITS + SCALE)}`, 'gu'),
  new RegExp(String.raw`${DIGITS}${SCALE} ?\p{Sc}`, 'gu'),
];

const IN_LETTERS = [
  new RegExp(String.raw`(?<![\p{L}\p{Nd}])(?:${LETTERS})\.? ?${range(DIGITS + SCALE)}`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{Nd}.])${DIGITS}${SCALE} ?(?:${LETTERS})(?![\p{L}\p{Nd}])`,
    'gu',
  ),
];

/**
 * The percentages and the sums of money in a text on one line or many, in order: in digits or words,
 * with a sign, letters or a word for the currency, alone or as a range.
 */
export function findSums(text: string): Sum[] {
  // A gap that does not break is a gap.
  const plain = text.replace(/[\u00A0\u2007\u2009\u202F]/g, ' ');
  const inWords = hasUnit(plain) ? [IN_WORDS, NO_NUMBER] : [];
  const inSigns = /\p{Sc}/u.test(plain) ? IN_SIGNS : [];
  const all = [...inWords, ...inSigns, ...IN_LETTERS]
    .flatMap((form) => [...plain.matchAll(form)])
    .map(({ 0: found, index }) => ({ found, index }))
    .sort((a, b) => a.index - b.index || b.found.length - a.found.length);
  let end = 0;
  return all.flatMap(({ found, index }) => {
    if (index < end) return [];
    end = index + found.length;
    return [{ found: found.trim(), index }];
  });
}
