import { plainAnswer } from '../articles/answer.ts';
import { loadLibrary } from '../articles/load.ts';
import { textDocument } from '../site/documents.ts';
import { liveTools, loadSite, loadWords } from '../site/load.ts';
import { absolute } from '../site/urls.ts';

/** The site for language models (llmstxt.org): articles with their whole answers, and tools. */
export const GET = async () => {
  const [{ articles }, site, { models }] = await Promise.all([
    loadLibrary(),
    loadSite(),
    loadWords('reading'),
  ]);
  const topics = site.topics.flatMap((topic) => {
    const inTopic = articles.filter(({ data }) => data.topic === topic.id);
    if (inTopic.length === 0) return [];
    const lines = inTopic.map(
      ({ path, data }) => `- [${data.title}](${absolute(path)}): ${plainAnswer(data.answer)}`,
    );
    return ['', `## ${topic.title}`, '', ...lines];
  });
  const tools = liveTools(site).map(
    ({ title, path, description }) => `- [${title}](${absolute(path)}): ${description}`,
  );
  return textDocument([
    `# ${site.name}`,
    '',
    `> ${site.description}`,
    '',
    `${site.footer.notice} ${models.figures}`,
    ...topics,
    ...(tools.length > 0 ? ['', `## ${models.tools}`, '', ...tools] : []),
  ]);
};
