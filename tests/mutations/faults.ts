/** A deliberate fault, and the tests that must find it. */
export interface Fault {
  readonly name: string;
  /** A file of the project, or of the built site. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** The file of tests that must fail. */
  readonly test: string;
}

/** A fault in a built page. `says` is in what the failing test tells. */
export interface PageFault extends Fault {
  readonly says: RegExp;
}

const MAIN_ENDS = '</main>';

/** `html` at the end of the main part of `page`. */
const added = (
  name: string,
  page: string,
  html: string,
  test: string,
  says: RegExp,
): PageFault => ({
  ...{ name, test, says },
  file: `${page}index.html`,
  find: MAIN_ENDS,
  replace: html + MAIN_ENDS,
});

const changed = (
  name: string,
  page: string,
  [find, replace]: readonly [string, string],
  test: string,
  says: RegExp,
): PageFault => ({ ...{ name, test, says, find, replace }, file: `${page}index.html` });

const letters = Array.from({ length: 9_000 }, (_, index) =>
  String.fromCharCode(97 + ((index * index * 7 + index * 31) % 26), 97 + ((index * 17) % 23)),
).join(' ');

const late = '<font face="Newsreader, monospace">Wide and late. </font>';

/** Faults in pages, each on a page of its own, so that one run over the built site shows them all. */
export const PAGE_FAULTS: readonly PageFault[] = [
  added(
    'faint text',
    'privacy/',
    '<p><font color="#bbbbbb">Faint</font></p>',
    'inspection',
    /text \d\.\d+, at least/,
  ),
  added('a field without a label', 'about/', '<input type="text">', 'inspection', /label: </),
  added(
    'a picture without a text',
    'editorial-standards/',
    '<img src="/favicon.svg" width="40" height="40">',
    'inspection',
    /image-alt: </,
  ),
  added(
    'wider than 320 px',
    'topics/after/',
    '<table width="900"><tr><td>Wide</td></tr></table>',
    'inspection',
    /scrolls sideways|sticks out/,
  ),
  added(
    'a target too small for a finger',
    'topics/decide/',
    '<a href="/about/"><img src="/favicon.svg" alt="" width="8" height="8"></a>',
    'inspection',
    /at least 24/,
  ),
  added(
    'a link without a name',
    'topics/say-it/',
    '<p>See <a href="/about/"><b> </b></a></p>',
    'inspection',
    /link-name: </,
  ),
  added(
    'an order of Tab of its own',
    'topics/career-paths/',
    '<p><a href="/about/" tabindex="3">About</a></p>',
    'inspection',
    /tabindex: </,
  ),
  added(
    'a control that the keyboard does not reach',
    'topics/contracts-and-money/',
    '<p inert><a href="/about/">About</a></p>',
    'inspection',
    /takes no focus/,
  ),
  added(
    'a control that Tab does not reach',
    'articles/realistic/',
    '<div inert><a href="/about/">About</a></div>',
    'inspection',
    /Tab does not reach/,
  ),
  changed(
    'a skip link that leads nowhere',
    'articles/artistic/',
    ['href="#content"', 'href="#nowhere"'],
    'inspection',
    /it leads to the text/,
  ),
  added('an id twice', 'articles/social/', '<p id="content">Twice</p>', 'html', /no-dup-id/),
  added('a gap in the headings', 'articles/enterprising/', '<h6>Deep</h6>', 'html', /rank 6/),
  changed(
    'a page in no language',
    'articles/conventional/',
    ['lang="en-US"', 'lang="de"'],
    'html',
    /the language is/,
  ),
  changed(
    'a page without a description',
    'articles/how-late-is-too-late/',
    ['<meta name="description"', '<meta name="describes"'],
    'html',
    /no description/,
  ),
  added(
    'a dead link',
    'articles/investigative/',
    '<p><a href="/nowhere/">Nowhere</a></p>',
    'links',
    /nowhere\/ answers 404/,
  ),
  added(
    'a link to a place that its page lacks',
    'newsletter/',
    '<p><a href="/about/#nowhere">Nowhere</a></p>',
    'links',
    /#nowhere: no element/,
  ),
  changed(
    'a page that lives elsewhere',
    'articles/week-after-you-withdraw/',
    ['<link rel="canonical"', '<link rel="elsewhere"'],
    'links',
    /canonical|toBe/,
  ),
  changed(
    'a shared picture without words',
    'articles/is-it-the-job-or-the-nerves/',
    ['property="og:image:alt"', 'property="og:image:none"'],
    'links',
    /not\.toBe/,
  ),
  added(
    'an inline handler',
    'plan/after/',
    '<button type="button" onclick="alert(1)">Press</button>',
    'inspection',
    /console: .*inline event handler/i,
  ),
  added(
    'a picture of somebody else',
    'plan/signed/',
    '<img src="https://other.example/x.png" alt="">',
    'inspection',
    /asks https:\/\/other\.example/,
  ),
  added(
    'a form that puts answers into an address',
    'plan/decide/',
    '<form action="/x"><button>Send</button></form>',
    'forms',
    /sends with get/,
  ),
  added(
    'a script too large',
    'articles/better-offer-after-accepting/',
    `<script type="text/plain">${'x'.repeat(3_000)}</script>`,
    'inspection',
    /scripts in the page: \d+ bytes/,
  ),
  added(
    'an article too large',
    'articles/phone-call-to-withdraw/',
    `<p>${letters}</p>`,
    'budget',
    /toBeLessThanOrEqual/,
  ),
  changed(
    'a sheet that the page waits for',
    'plan/tell-by/',
    ['</head>', '<link rel="stylesheet" href="/none.css"></head>'],
    'inspection',
    /loads ahead, as stylesheet/,
  ),
  changed(
    'text that moves when its font comes',
    '',
    ['<h1', `<p>${late.repeat(14)}</p><h1`],
    'budget',
    /at \d+ px/,
  ),
];

/** Faults in the code, each found by a unit test. */
export const CODE_FAULTS: readonly Fault[] = [
  {
    name: 'a month a day too long',
    file: 'src/site/civil-day.ts',
    find: 'day <= lengthOf(year, month - 1)',
    replace: 'day <= 1 + lengthOf(year, month - 1)',
    test: 'tests/unit/site/civil-day.test.ts',
  },
  {
    name: 'a day counted wrong',
    file: 'src/site/civil-day.ts',
    find: 'time(day) + count * DAY',
    replace: 'time(day) + (count + 1) * DAY',
    test: 'tests/unit/site/civil-day.test.ts',
  },
  {
    name: 'a mail lost for a fault that passes',
    file: 'src/newsletter/delivery/outbox-worker.ts',
    find: 'known?.permanent || attempt >=',
    replace: '!known?.permanent || attempt >=',
    test: 'tests/unit/newsletter/delivery/outbox-worker.test.ts',
  },
  {
    name: 'an address that no mail can reach',
    file: 'src/newsletter/address.ts',
    find: 'LONGEST_ADDRESS = 254',
    replace: 'LONGEST_ADDRESS = 2_540',
    test: 'tests/unit/newsletter/address.test.ts',
  },
  {
    name: 'what a terminal obeys, shown to it',
    file: 'src/site/terminal.ts',
    find: 'console.error(visible(',
    replace: 'console.error(((same: string) => same)(',
    test: 'tests/unit/newsletter/command/main.test.ts',
  },
  {
    name: 'a missing source that nobody tells',
    file: 'src/build/law-rules.ts',
    find: '!known.has(source)',
    replace: 'known.size === 0 && !known.has(source)',
    test: 'tests/unit/build/check-law.test.ts',
  },
  {
    name: 'law overdue, and all well',
    file: 'src/build/law-report.ts',
    find: 'overdue: overdue.length',
    replace: 'overdue: 0',
    test: 'tests/unit/build/check-law.test.ts',
  },
  {
    name: 'a mistake in a day that is told as a day',
    file: 'src/build/check-law.ts',
    find: 'isCivilDay(day) && ',
    replace: '',
    test: 'tests/unit/build/check-law.test.ts',
  },
];
