import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/messages/compose.ts';
import { checkMessages } from '../../../src/messages/message-mistakes.ts';
import { cardOf, type Messages } from '../../../src/messages/messages.ts';
import { wordsOf } from '../site/prose.ts';
import { writtenMessages } from './written-messages.ts';

const written = writtenMessages();

/** The messages with one situation, whose email has `words` words with each act. */
function withSituation(
  words: number,
  change: Partial<Record<'body' | 'short' | 'why', string>> = {},
) {
  const sentences = {
    ...{ subject: 'A subject', words: 'Act.', close: 'Close.', news: 'News.' },
    brief: 'Act. Close.',
  };
  // Beside the body: Dear, a name, Sincerely, a name.
  const letter = {
    ...{ subject: 'A subject', body: wordsOf(words - 4), news: 'News.', why: 'Why.' },
    short: 'One. Two? Three.',
  };
  const situation = {
    ...{ title: 'Broken', order: 99, use: 'Never.', started: false, why: '' },
    body: `{act} ${wordsOf(words - 6)} {close}`,
    short: 'Reason.',
    id: 'broken',
    file: 'content/messages/broken.yaml',
    ...change,
  };
  const acts: Messages['acts'] = {
    ...{ withdraw: sentences, notice: sentences, courtesy: sentences, release: sentences },
    ...{ resign: sentences, open: sentences, advice: letter, board: letter, waiver: letter },
  };
  return { ...written, acts, situations: new Map([['broken', situation]]) } satisfies Messages;
}

describe('checkMessages', () => {
  it('takes what is written', () => {
    expect(() => checkMessages(written)).not.toThrow();
  });

  it.each([60, 110])('takes an email of %i words', (words) => {
    expect(() => checkMessages(withSituation(words))).not.toThrow();
  });

  it.each([59, 111])('refuses an email of %i words', (words) => {
    expect(() => checkMessages(withSituation(words))).toThrow(
      'content/messages/broken.yaml: the field "body" is wrong. ' +
        `Found: ${words} words in the plain tone with what acts.yaml says to withdraw. Allowed: 60 to 110 words`,
    );
  });

  it.each([
    ['none', '<{reason}>', '0 sentences in the plain tone'],
    ['two, when a blank is filled in', 'A reason<. It is {reason}>.', '2 sentences in the plain'],
    ['two, in one tone', 'A reason.<warm: It is sad!>', '2 sentences in the warm tone'],
  ])('refuses a first of three sentences that is %s', (_, short, found) => {
    const text = short.replace('.<', '. <');
    expect(() => checkMessages(withSituation(80, { short: text }))).toThrow(
      `content/messages/broken.yaml: the field "short" is wrong. Found: ${found}`,
    );
  });

  it.each([
    ['withdraw', 'brief', 'I am out.', 2],
    ['release', 'brief', 'May I go? Say so<paper: . On paper>. Thank you.', 2],
    ['waiver', 'short', 'What do I do? Thank you.', 3],
  ] as const)(
    'refuses what acts.yaml says briefly to %s where its sentences are not %s',
    (act, field, text, count) => {
      const acts = { ...written.acts, [act]: { ...written.acts[act], [field]: text } };
      expect(() => checkMessages({ ...written, acts })).toThrow(
        new RegExp(
          `^content/messages/acts.yaml: the field "${act}.${field}" is wrong. Found: \\d sentences? in the plain tone. Allowed: exactly ${count} sentences`,
        ),
      );
    },
  );

  it.each(['body', 'short', 'why'] as const)('refuses an unknown slot in %s', (field) => {
    expect(() => checkMessages(withSituation(80, { [field]: 'Dear {nobody}' }))).toThrow(
      `content/messages/broken.yaml: the field "${field}" is wrong. Found: {nobody}. Allowed: recipient, `,
    );
  });

  it('refuses an unknown slot in what ends it', () => {
    const { withdraw } = written.acts;
    const acts = { ...written.acts, withdraw: { ...withdraw, close: '{nobody}' } };
    expect(() => checkMessages({ ...written, acts })).toThrow(
      'content/messages/acts.yaml: the field "withdraw.close" is wrong. Found: {nobody}.',
    );
  });

  it('takes each note that is written, said in each channel and tone', () => {
    expect(written.notes.size).toBeGreaterThanOrEqual(7);
    for (const id of written.notes.keys()) {
      for (const channel of ['email', 'letter', 'phone']) {
        for (const tone of ['plain', 'warm']) {
          const card = cardOf(`${id}/${channel}/${tone}`, written);
          expect(card.act).toBeUndefined();
          expect(card.paragraphs.length).toBeGreaterThan(0);
          // A note ends nothing, whatever the law of the place asks for.
          const said = card.paragraphs.map(textOf).join(' ');
          // On the phone it has words of its own, and not those that bring difficult news.
          expect(said.includes('difficult news')).toBe(false);
          expect(said.startsWith('Dear')).toBe(channel === 'email');
          expect(said).not.toMatch(/\b(I am (withdrawing|resigning)|treat this as notice)\b/);
        }
      }
    }
  });

  it('knows a note by its email, and the tone only by its name', () => {
    const [id = ''] = written.notes.keys();
    expect(cardOf(id, written)).toMatchObject({ channel: 'email', words: expect.any(Number) });
    expect(cardOf(`${id}/email/warm`, written).words).toBeGreaterThan(cardOf(id, written).words);
    for (const wrong of [`${id}/text`, `${id}/email/loud`, `${id}/email/warm/more`]) {
      expect(() => cardOf(wrong, written)).toThrow(
        `Allowed: ${id}/email, ${id}/letter, ${id}/phone (content/messages/notes.yaml), and behind it, after a slash: plain, warm, short.`,
      );
    }
  });

  it('has a blank for each that a note names, and speaks as people do', () => {
    for (const note of written.notes.values()) {
      for (const id of Object.keys(note.blanks)) {
        expect(written.slots.has(id)).toBe(false);
        expect(`${note.subject}${note.body}${note.spoken}`).toContain(`{${id}}`);
        // Three sentences ask for the same things, or they would ask for less than was typed.
        expect(note.short).toContain(`{${id}}`);
      }
      expect(note.spoken).toMatch(/[a-z]'(m|ve|ll|d|re|s)\b/i);
      expect(note.spoken).not.toMatch(/\b(I (am|will|would|have)|(do|did|is|can)( not|not))\b/);
    }
  });

  it.each([
    [
      'an unknown slot',
      { subject: '{nobody}' },
      'the field "odd.subject" is wrong. Found: {nobody}.',
    ],
    [
      'a short form of two sentences',
      { short: 'Thank you. Goodbye.' },
      'the field "odd.short" is wrong. Found: 2 sentences in the plain tone.',
    ],
    [
      'a blank that everybody knows as another',
      { blanks: { ...[...written.notes.values()][0]?.blanks, role: 'the role' } },
      'the field "odd.blanks.role" is wrong. Found: "the role". Allowed: another name, or the blank that there is: "job title".',
    ],
    [
      'a note too short',
      { body: 'Thank you.' },
      'the field "odd.body" is wrong. Found: 6 words in the plain tone.',
    ],
  ])('refuses %s in a note', (_, change, sentence) => {
    const [note] = written.notes.values();
    const notes = new Map(note ? [['odd', { ...note, ...change }]] : []);
    expect(() => checkMessages({ ...written, notes })).toThrow(
      `content/messages/notes.yaml: ${sentence}`,
    );
  });

  it('refuses an unknown slot in a frame', () => {
    const frames = { ...written.frames, phone: { title: 'Phone', frame: '{news} {nobody}' } };
    expect(() => checkMessages({ ...written, frames })).toThrow(
      'content/messages/channels.yaml: the field "phone.frame" is wrong. Found: {nobody}.',
    );
  });
});

describe('cardOf', () => {
  it('shows a situation as an email, and as another channel if its id says so', () => {
    expect(cardOf('another-offer', written)).toMatchObject({
      title: 'Another offer',
      channel: 'email',
    });
    const call = cardOf('any-reason/phone', written);
    expect(call).toMatchObject({ title: 'Phone call', channel: 'phone', subject: undefined });
  });

  it('withdraws unless its id says otherwise, and resigns for somebody who has started', () => {
    const said = (id: string) => textOf(cardOf(id, written).subject ?? []);
    expect(said('any-reason')).toMatch(/^Withdrawing my acceptance/);
    expect(said('any-reason/email/notice')).toMatch(/^Notice under my contract/);
    expect(said('already-started')).toMatch(/^Resignation/);
    expect(() => cardOf('any-reason/email/shout', written)).toThrow(
      /and behind it, after a slash: withdraw, notice, /,
    );
  });

  it('shows three sentences where the id of an email ends so, and says the rest in full', () => {
    for (const id of [
      'another-offer/email',
      'any-reason/email/notice',
      'reply-to-a-threat/email',
      'ask-for-time/email/warm',
    ]) {
      const [full, short] = [cardOf(id, written), cardOf(`${id}/short`, written)];
      expect(short).toMatchObject({ length: 'short', title: full.title, act: full.act });
      expect(short.subject).toEqual(full.subject);
      expect(short.words).toBeLessThan(full.words);
      expect(full.length).toBe('full');
    }
    for (const id of [
      'any-reason/phone/short',
      'any-reason/letter/notice/short',
      'ask-for-time/letter/short',
      'any-reason/email/short/notice',
      'ask-for-time/email/short/short',
    ])
      expect(() => cardOf(id, written), id).toThrow(/there is no such message/);
  });

  it.each(['nothing', ''])('lists the situations there are where there is no "%s"', (id) => {
    expect(() => cardOf(id, written)).toThrow(
      `<Message id="${id}" />: there is no such message. Allowed: another-offer, staying-put, `,
    );
  });

  it.each(['written-confirmation/phone', 'written-confirmation/fax'])(
    'lists the channels there are where there is no %s',
    (id) => {
      expect(() => cardOf(id, written)).toThrow(
        'Allowed: written-confirmation/email, written-confirmation/letter (content/messages/), ',
      );
    },
  );
});
