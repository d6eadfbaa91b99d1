import { describe, expect, it } from 'vitest';
import { referenceMistakes, toArticle, visible } from '../../../src/articles/article.ts';
import { articleSchema } from '../../../src/articles/schema.ts';
import { CHANNELS } from '../../../src/messages/compose.ts';
import { cardOf } from '../../../src/messages/messages.ts';
import { typesSchema } from '../../../src/quiz/types-schema.ts';
import { quizSchema } from '../../../src/quiz/words-schema.ts';
import { pageSchema, siteSchema, sourceSchema } from '../../../src/site/schema.ts';
import { writtenMessages } from '../messages/written-messages.ts';
import { entriesOf, filesOf, read } from './written-content.ts';

const site = filesOf('site.yaml').map(({ file, data }) => read(siteSchema, file, data))[0];
const sources = new Map(
  entriesOf('sources.yaml').map(([id, data]) => [
    id,
    read(sourceSchema, `content/sources.yaml, ${id}`, data),
  ]),
);
const messages = writtenMessages();
const { situations, slots } = messages;
const articles = filesOf('articles/**/*.{md,mdx}').map(({ file, id, data, body }) =>
  toArticle({ id, file, body, data: read(articleSchema, file, data) }),
);

describe('content/', () => {
  it('holds what the site is made of', () => {
    expect(site).toBeDefined();
    expect(articles.length).toBeGreaterThanOrEqual(4);
    expect(sources.size).toBeGreaterThan(0);
    expect(slots.size).toBeGreaterThan(0);
  });

  it.each(filesOf('pages/*.{md,mdx}'))('$file is a page', ({ file, data }) => {
    expect(read(pageSchema, file, data).title).not.toBe('');
  });

  it('refers only to what there is', () => {
    expect(site).toBeDefined();
    if (site) {
      const known = {
        site,
        articles: new Set(articles.map(({ id }) => id)),
        sources: new Set(sources.keys()),
      };
      for (const article of articles) expect(referenceMistakes(article, known)).toEqual([]);
    }
    expect(articles.map(({ id }) => id)).toContain(site?.home.start.article);
    expect(site?.tools.map(({ id }) => id)).toContain(site?.call);
  });

  it('keeps ids to what a citation and a slot can name', () => {
    for (const id of [...sources.keys(), ...slots.keys(), ...situations.keys()]) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it.each(articles)('$file says below its answer what to do', ({ data }) => {
    expect(data.act).toBeDefined();
  });

  it.each(articles)('$file ends each mark of its answer', ({ data }) => {
    expect(data.answer.split('==').length % 2).toBe(1);
  });
});

describe('the messages', () => {
  it('are emails for the four situations, a short one, a phone call and a voicemail, and more', () => {
    const flagship = articles.find(({ id }) => id === site?.home.start.article);
    const channels = (flagship?.messages ?? []).map((id) => cardOf(id, messages).channel);
    expect(channels.filter((channel) => channel === 'email')).toHaveLength(4 + 1);
    expect(channels).toContain('phone');
    expect(channels).toContain('voicemail');
  });

  it('have a frame for each channel', () => {
    for (const channel of CHANNELS) expect(messages.frames[channel].frame).not.toBe('');
  });
});

describe('the quiz', () => {
  const words = filesOf('quiz/quiz.yaml').map(({ file, data }) => read(quizSchema, file, data))[0];
  const types = filesOf('quiz/types.yaml').map(({ file, data }) =>
    read(typesSchema, file, data),
  )[0];
  const typeArticles = Object.values(types?.types ?? {}).map(({ article }) => article);
  const shown = articles.filter(({ data }) => !data.draft);

  it('has six types, each with an article that readers can see', () => {
    expect(typeArticles).toHaveLength(6);
    expect(shown.map(({ id }) => id)).toEqual(expect.arrayContaining(typeArticles));
  });

  it.each(typeArticles)('%s shows the notice on its data and names the quiz', (type) => {
    const [file] = filesOf(`articles/${type}.mdx`);
    expect(file?.body.match(/<QuizNotice \/>/g)).toHaveLength(1);
    expect(articles.find(({ id }) => id === type)?.data.tools).toContain('quiz');
  });

  it('has its types behind the articles that the home page shows', () => {
    const newest = visible(articles, { today: '9999-12-31', preview: false }).slice(0, 6);
    for (const { id } of newest) expect(typeArticles).not.toContain(id);
  });

  it('leads on to articles that there are', () => {
    const paths = Object.values(words?.comparison.whatNow.byFit ?? {}).flatMap(({ links }) =>
      links.map(({ path }) => path),
    );
    expect(paths.length).toBeGreaterThan(0);
    expect(shown.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
  });
});
