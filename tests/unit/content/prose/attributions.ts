import type { ContentMistake } from '../../../../src/site/content-error.ts';
import { sentencesOf, wordsOf } from './sentences.ts';
import { isName, isOnlyName } from './spelling.ts';
import { lineOf, type Passage } from './written-passages.ts';

/** Names of what is no person: places, laws, firms. One a line. */
export const PROPER_NAMES = 'tests/unit/content/prose/proper-names.txt';

const SAID =
  '(?:said|told|wrote|recalled|admitted|remembered|explained|advised|warned|argued|reported)';
const SAYS = '(?:says|tells|writes|recalls|admits|remembers|explains|advises|warns|argues)';
/** Somebody who stands for real people, once they have said something. */
const SOMEBODY =
  '(?:an?|one|another|our|my|the) (?:[\\p{L}-]+ ){0,2}(?:reader|client|recruiter|manager|candidate|lawyer|adviser|advisor|coach|counselor|employee|employer|engineer|nurse|teacher|student|intern|graduate|worker|friend|woman|man|person|user|poster|commenter|expert)';

/** What somebody said: told of people who are not named. */
const ANONYMOUS = new RegExp(
  `\\b(?:${SOMEBODY}|some(?:body|one)|(?:many|several|most|some) (?:of our )?(?:readers|clients|recruiters|managers|candidates|lawyers|experts)) (?:once |who [^,.]{0,40} )?${SAID}\\b`,
  'iu',
);
/** A quotation behind or before words that give it to somebody. */
const QUOTED = new RegExp(
  `["”],? (?:${SAID}|${SAYS}) (?!you\\b|I\\b|we\\b|they\\b)\\p{L}|\\b${SAID}(?: \\p{L}+)?[:,] ["“]|\\b(?:in|as) (?:his|her|their|[\\p{Lu}]\\p{L}+'s) words[:,] ["“]`,
  'u',
);
/** A name of two words or three, within a sentence or at its beginning. */
const NAME =
  /\p{Lu}[\p{Ll}'’]+(?: \p{Lu}\.)?(?: (?:de|van|von|da|del|la)\b)?(?: \p{Lu}[\p{L}'’-]+)+/gu;
/** One name, with what its bearer said. */
const NAMED = new RegExp(`(?<![\\p{L}'’])(\\p{Lu}\\p{Ll}+) (?:once )?(?:${SAID}|${SAYS})\\b`, 'gu');
/** Words before which a name is that of a law, a place, a firm. */
const NO_PERSON =
  /\b(?:Act|Code|Court|Regulations?|Statutes?|University|College|Board|Department|Street|States?|Kingdom|Republic|Territory|Islands?|County|City|School|Bank|Journal|Review|Times|News|Day|Article|Section|Program|Service|Match|Labor|Law|Bureau|Agency|Association|Authority|Council|Ministry|Office)\b/u;

/** What in a passage is given to somebody: a name, or the words that tell of them, each once. */
export function attributionsIn(text: string, properNames: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const sentence of sentencesOf(text)) {
    for (const [name] of sentence.matchAll(NAME)) {
      const bare = name.replace(/['’]s$/, '');
      const words = bare.split(' ');
      // What begins the sentence is no part of it, unless it is a name.
      const person = words.slice(words.findIndex(isName));
      if (person.length < 2 || !person.some(isOnlyName) || NO_PERSON.test(bare)) continue;
      if (![...properNames].some((known) => ` ${bare} `.includes(` ${known} `))) {
        found.add(person.join(' '));
      }
    }
    for (const [, name = ''] of sentence.matchAll(NAMED)) {
      if (isOnlyName(name) && !properNames.has(name)) found.add(name);
    }
    const told = ANONYMOUS.exec(sentence)?.[0] ?? QUOTED.exec(sentence)?.[0];
    if (told !== undefined) found.add(told);
  }
  return [...found];
}

/** Tells of each passage that quotes or names somebody and has no source. */
export function unsourced(passage: Passage, properNames: ReadonlySet<string>): ContentMistake[] {
  const { kind, text } = passage;
  // A choice of a form, such as a region or a job, tells of nobody.
  const isLabel = kind === 'field' && wordsOf(text).length < 5;
  if (passage.sourced || isLabel) return [];
  return attributionsIn(passage.text, properNames).map((found) => ({
    file: passage.file,
    line: lineOf(passage, found),
    sentence: `a person or a quote has no source. Found: "${found}". Cite it in the same paragraph, [@source-id], or leave it out. A place, a law, or a firm belongs into ${PROPER_NAMES}.`,
  }));
}
