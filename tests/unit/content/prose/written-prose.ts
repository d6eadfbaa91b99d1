import { readableFiles } from '../../../../src/build/content/content-file.ts';
import { withFigures } from '../../../../src/figures/name-figures.ts';
import { writtenFigures } from '../../../../src/figures/written-figures.ts';
import { ACT_MESSAGES, withAct } from '../../../../src/messages/act-words.ts';
import { compose, LENGTHS, plainText, slotsOf, TONES } from '../../../../src/messages/compose.ts';
import { channelsOf, composeNote } from '../../../../src/messages/messages.ts';
import { NOTE_CHANNELS } from '../../../../src/messages/notes.ts';
import { writtenMessages } from '../../messages/written-messages.ts';
import { sentencesOf } from './sentences.ts';
import { type Passage, passagesOfText, passagesOfYaml } from './written-passages.ts';

/** Titles of sources are spelled as their publishers do, and nothing else is in this file. */
const SOURCES = 'content/sources.yaml';

const figures = writtenFigures();

const files = readableFiles('content')
  .map(({ file, text }) => ({ file, text: withFigures(text, figures) }))
  .filter(({ file }) => file !== SOURCES)
  .toSorted((a, b) => Number(b.file.endsWith('.yaml')) - Number(a.file.endsWith('.yaml')));

/** Every passage of content/ as it is written, but for the titles of sources; those of YAML come first. */
export function writtenProse(): Passage[] {
  return files.flatMap(({ file, text }) =>
    file.endsWith('.yaml') ? passagesOfYaml(file, text) : passagesOfText(file, text),
  );
}

/**
 * Every paragraph of every message as it can be sent: each situation and note through each channel, in
 * each length, with each end, in each tone, filled in and not. Each different paragraph once, in the file it comes from.
 */
export function renderedMessages(): Passage[] {
  const messages = writtenMessages();
  const { situations, notes, acts, frames, slots } = messages;
  const passages = new Map<string, Passage>();
  const add = (file: string, { text }: { readonly text: string }) => {
    for (const paragraph of text.split(/\n\s*\n/)) {
      const line = paragraph.replace(/\s+/g, ' ').trim();
      if (line === '' || passages.has(line)) continue;
      passages.set(line, {
        ...placeOf(line, file),
        text: line,
        kind: 'text',
        sourced: false,
        links: [],
      });
    }
  };
  for (const situation of situations.values()) {
    for (const [act, length] of ENDS) {
      const ended = withAct(situation, act, acts, length);
      for (const channel of channelsOf(ended)) {
        if (length === 'short' && channel !== 'email') continue;
        const filled = Object.fromEntries(
          slotsOf(ended, channel, frames).map((id) => [id, `[${id}]`]),
        );
        for (const tone of TONES) {
          for (const values of [undefined, {}, filled]) {
            for (const [paper, signed] of WAYS) {
              const how = { values, tone, paper, signed };
              const composed = compose(ended, channel, frames, slots, how);
              const text = plainText(composed);
              // Each of the three sentences stands in many messages.
              const said = length === 'short' ? sentencesOf(text).join('\n\n') : text;
              add(situation.file, { text: said });
            }
          }
        }
      }
    }
  }
  for (const note of notes.values()) {
    for (const channel of NOTE_CHANNELS) {
      for (const tone of TONES) {
        for (const length of channel === 'email' ? LENGTHS : (['full'] as const)) {
          for (const values of [undefined, {}]) {
            const composed = composeNote(note, channel, messages, { tone, length, values });
            add('content/messages/notes.yaml', { text: plainText(composed) });
          }
        }
      }
    }
  }
  return [...passages.values()];
}

const ENDS = ACT_MESSAGES.flatMap((act) => LENGTHS.map((length) => [act, length] as const));

/** On paper or not, after a signature or not. */
const WAYS = [
  [true, true],
  [true, false],
  [false, true],
  [false, false],
] as const;

/** Where a paragraph begins: in the file of its message, or of what messages share. */
function placeOf(paragraph: string, own: string): Pick<Passage, 'file' | 'line' | 'written'> {
  const start = (paragraph.match(/[\p{L}'’]+/gu) ?? []).slice(0, 4).join('[^\\p{L}]+');
  const names = [own, 'content/messages/acts.yaml', 'content/messages/channels.yaml'];
  for (const name of names) {
    const text = files.find(({ file }) => file === name)?.text ?? '';
    const at = new RegExp(start, 'u').exec(text);
    if (!at) continue;
    const line = text.slice(0, at.index).split('\n').length;
    return { file: name, line, written: text.slice(text.lastIndexOf('\n', at.index) + 1) };
  }
  return { file: own, line: 1, written: files.find(({ file }) => file === own)?.text ?? '' };
}
