import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';
import { MISTAKES } from './address.ts';

const group = z.strictObject;
const points = z.array(text()).min(1);

/** content/newsletter.yaml: every word of the newsletter's form, its pages and its own mails. */
export const newsletterSchema = group({
  form: group({
    title: text(),
    text: text(),
    label: text(),
    button: text(),
    consent: text(),
    privacy: text(),
    trap: text(),
    sending: text(),
    check: text('email'),
    busy: text('minutes'),
    failed: text(),
    unavailable: text(),
    suggestion: text('address'),
    take: text('address'),
    ignore: text(),
  }),
  page: group({
    title: text(),
    description: text().max(160),
    what: group({ title: text(), points }),
  }),
  letters: group({
    title: text(),
    description: text().max(160),
    kind: text(),
    none: text(),
    latest: text(),
    of: text(),
    older: text(),
    newer: text(),
    around: text(),
  }),
  check: group({
    title: text(),
    text: text(),
    points,
    again: group({ text: text(), label: text() }),
  }),
  confirm: group({ title: text(), text: text(), button: text(), ignore: text() }),
  confirmed: group({ title: text(), text: text() }),
  expired: group({ title: text(), text: text() }),
  unsubscribe: group({ title: text(), text: text(), button: text(), stay: text() }),
  unsubscribed: group({ title: text(), text: text() }),
  unreadable: group({
    title: text(),
    text: text(),
    points,
    write: text('contact'),
    subject: text(),
  }),
  busy: group({ title: text(), text: text('minutes'), again: text() }),
  unavailable: group({ title: text(), text: text(), again: text() }),
  mistakes: group({
    title: text(),
    // Not trimmed: a space stands between it and the title of the page.
    prefix: z.string().min(1),
    byKind: z.record(z.enum(MISTAKES), text()),
  }),
  mails: group({
    confirm: group({ subject: text(), text: text(), button: text(), ignore: text() }),
    welcome: group({
      subject: text(),
      text: text(),
      unsubscribe: text(),
      letters: group({ text: text(), best: z.array(text()) }),
    }),
    letter: group({ web: text(), unsubscribe: text(), test: text('subject') }),
    footer: group({ why: text() }),
  }),
});

/** What the newsletter says, by part. */
export type NewsletterWords = z.output<typeof newsletterSchema>;

/** What the form says when it answers in place: words.json. */
export type FormWords = Pick<
  NewsletterWords['form'],
  'sending' | 'check' | 'busy' | 'failed' | 'unavailable' | 'suggestion' | 'take' | 'ignore'
> & { readonly mistakes: NewsletterWords['mistakes']['byKind'] };
