import type { z } from 'zod';
import { type Site, siteSchema } from '../../../src/site/schema.ts';

/** The least that a site.yaml can say. */
export const SITE: z.input<typeof siteSchema> = {
  name: 'Second Thoughts',
  accent: { light: '#1d3bc6', dark: '#9fb3ff' },
  tagline: 'Clear steps.',
  description: 'What to do when you want out.',
  language: 'en-US',
  author: { kind: 'organization', name: 'the editors', page: '/about/' },
  contact: { mailbox: 'editors' },
  home: {
    title: 'You said yes.',
    lead: 'You can still change your mind.',
    start: { article: 'decline', label: 'Withdraw' },
    draft: { label: 'Draft', struck: 'I will join.', written: 'I am withdrawing.' },
    situations: { title: 'What happened?', list: [{ says: 'I moved', leads: ['/plan/'] }] },
  },
  noArticles: 'On their way.',
  topics: [
    { id: 'say-it', title: 'Say it', short: 'Say it', description: 'The words.' },
    { id: 'after', title: 'After', short: 'After', description: 'The week after.' },
  ],
  tools: [
    {
      id: 'quiz',
      title: 'The quiz',
      description: 'Twelve questions.',
      call: 'Take the quiz',
      short: 'Quiz',
      path: '/quiz/',
      live: false,
    },
  ],
  call: 'quiz',
  footer: {
    pages: [{ label: 'About', path: '/about/' }],
    credits: [],
    notice: 'General information, not legal advice.',
  },
  newsletter: { name: 'Weekly' },
};

/** `SITE` as the pages see it. */
export const site: Site = siteSchema.parse(SITE);

/** What of `site` its social pictures carry. */
export const IDENTITY = { wordmark: site.wordmark, accent: site.accent.light };
