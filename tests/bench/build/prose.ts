/** A source of numbers from 0 up to 1. */
export type Random = () => number;

/**
 * Random numbers that are the same for the same seed: a counter through the finalizer of
 * MurmurHash3, as SplitMix does it (Steele 2014, doi:10.1145/2714064.2660195).
 */
export function seeded(seed: number): Random {
  let counter = Math.imul(seed, 0x85ebca77);
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** One of `choices`. Throws an Error if there is none. */
export function pick<T>(choices: readonly T[], random: Random): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('There is nothing to pick from.');
  return choice;
}

/** Words by kind. In a pattern, `{person}` stands for one of the persons. */
const WORDS = {
  person:
    'a new manager|the recruiter|a careful friend|your partner|an older colleague|the hiring team|a former boss|someone in the same trade|the person who referred you|a careers adviser|a neighbor who moved last year|the head of the team',
  thing:
    'the offer letter|the start date|the notice clause|the first paycheck|the daily commute|the job title|the training plan|the contract|the equipment list|the phone call|the written record|the signing bonus|the team you met|the work itself|the second interview',
  place:
    'at the kitchen table|on the train home|in a quiet room|during the lunch break|before the office opens|on a long walk|in the last week of the month|between two meetings|on a Sunday evening|the morning after',
  act: 'write down what changed|ask one plain question|read the clause twice|wait until the next morning|make the call early|keep a copy of every message|compare the two days side by side|say the short version aloud|name the reason in one line|count the weeks that are left|put the dates on one page|send the email after the call',
  acting:
    'writing it down|asking early|reading slowly|sleeping on it|calling first|keeping the message short|listing the costs|leaving the door open|saying thank you once|checking the dates',
  feeling:
    'relief|doubt|plain fatigue|curiosity|guilt|worry about money|pride|impatience|calm|fear of a bad name',
  quality: 'clear|short|honest|early|kind|dull|specific|boring|steady|modest|exact|patient',
  time: 'within a day|before the weekend|after two nights|by the end of the week|a month later|at the first chance|well before the start date|once the papers are signed',
  result:
    'the talk takes five minutes|most of the worry is gone|the answer is easier to hear|nobody has to guess|the other side can plan|you sleep better|the same question does not come back|the choice looks smaller than it did|a third way appears|both sides save a week',
  trouble:
    'a missed call|a date that nobody wrote down|a reason that keeps changing|a long apology|a promise made in passing|an email sent at midnight|a clause that was never read|a silence of ten days|two offers with one deadline|advice from everyone at once',
  group:
    'people in small firms|those who change trade|people with a long notice|first-time managers|graduates|parents of young children|people who move for work|contractors|night-shift workers|those who work from home',
} as const;

const SENTENCES = [
  '{Person} will often tell you to {act}, and {result}.',
  'If you {act} {place}, {result}.',
  'It is not {trouble} that does the harm, it is {trouble}.',
  '{Acting} sounds {quality}, yet it is what {group} name first.',
  'Ask {person} about {thing}, and listen for what is left out.',
  'There is a difference between {feeling} and {feeling}, and it shows {time}.',
  'You do not owe {person} a speech about {thing}.',
  'When {thing} and {thing} point in different directions, {act}.',
  'For {group}, {thing} matters more than {thing}.',
  'A {quality} reason is worth more than three {quality} ones.',
  'Start with {thing}, because {trouble} usually begins there.',
  '{Time}, {feeling} tends to turn into {feeling}.',
  'Nobody remembers {trouble} for long, but {person} remembers a {quality} word.',
  'Keep it {quality}: {act}, then {act}.',
  'What looks like {feeling} {place} may be {feeling} by noon.',
  'You can {act} without a lawyer, without a plan, and without {person}.',
  '{Group} say that {acting} helped, while {acting} only cost time.',
  'Suppose {thing} were gone: would {thing} still be enough?',
  'It helps to {act} {time}, since {result}.',
  'The trouble with {trouble} is that {person} hears about it last.',
  'Two lines about {thing} are better than a page about {feeling}.',
  '{Person} may be disappointed, and that is allowed.',
  'Give {thing} one evening, {place}, and no more than that.',
  'If {feeling} stays {time}, treat it as information.',
  'Some of this is in your hands: {acting}, {acting} and {acting}.',
  'Others decide the rest, among them {person} and {person}.',
  'Do not let {trouble} decide for you.',
  'Once you {act}, {thing} stops being a secret and becomes a date.',
  'There are weeks in which {acting} is enough, and weeks in which it is not.',
  'Even {group} who did everything right met {trouble}.',
  'The {quality} version fits on one line: you looked at {thing} and changed your mind.',
  'By then {result}, or you know why not.',
  '**Write it down.** {Acting} works best {place}.',
  'Think of {person} who has to read it *{time}*.',
  'A {quality} question about {thing} is never rude.',
] as const;

const HEADINGS = [
  'What {thing} tells you',
  'When {person} asks why',
  '{Acting}, step by step',
  'Why {trouble} costs more than it should',
  'Before you {act}',
  'A {quality} plan for {thing}',
  'How {group} see it',
  'From {feeling} to {feeling}',
  'If it happens {place}',
] as const;

const TITLES = [
  'How to {act} when {person} is waiting',
  '{Thing} and {feeling}: what to look at first',
  'What {group} can do about {trouble}',
  'Is it {feeling} or {feeling}? Look at {thing}',
  '{Acting} {time}: what changes for {group}',
  'Why {thing} matters more than {thing}',
  'After {trouble}: how to {act}',
] as const;

/**
 * Replaces each `{kind}` by a word of that kind, none of them twice; `{Kind}` starts with a capital
 * letter.
 */
function fill(pattern: string, random: Random): string {
  const used = new Set<string>();
  return pattern.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const kind = name.toLowerCase();
    // The test makes it a key.
    const words = kind in WORDS ? WORDS[kind as keyof typeof WORDS].split('|') : [slot];
    const word = pick(
      words.filter((candidate) => !used.has(candidate)),
      random,
    );
    used.add(word);
    return kind === name ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}

/** One sentence in Markdown, with its full stop. */
export const sentence = (random: Random): string => fill(pick(SENTENCES, random), random);

/** The words of a heading, without marks. */
export const heading = (random: Random): string => fill(pick(HEADINGS, random), random);

/** The title of an article, at most 90 characters for the words above. */
export const title = (random: Random): string => fill(pick(TITLES, random), random);

/** A short line for a list: something to do. */
export const task = (random: Random): string => fill('{Act} {time}.', random);

/** `count` sentences as one paragraph. */
export function paragraph(count: number, random: Random): string {
  return Array.from({ length: count }, () => sentence(random)).join(' ');
}
