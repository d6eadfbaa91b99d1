import { getEntry } from 'astro:content';
import { loadSite } from '../site/load.ts';
import { withSiteName } from '../site/site-name.ts';
import type { CommonTitles } from './comparison/common-titles-schema.ts';
import { type Six, six, sixOf } from './engine/types.ts';
import type { TypeWords } from './types-schema.ts';
import type { Words } from './words-schema.ts';

/** All that the quiz page says. */
export interface QuizContent {
  readonly words: Words;
  readonly types: Six<TypeWords>;
  /** The questions of each type, in the order in which they are asked, without a full stop. */
  readonly questions: Six<readonly string[]>;
}

/** The quiz as content/quiz has it. */
export async function loadQuiz(): Promise<QuizContent> {
  const [words, types, questions] = await Promise.all([
    getEntry('quizWords', 'quiz'),
    getEntry('quizTypes', 'types'),
    getEntry('quizQuestions', 'questions'),
  ]);
  if (!words || !types || !questions) {
    throw new Error('content/quiz lacks quiz.yaml, types.yaml or questions.yaml, or one is empty.');
  }
  const texts = sixOf(Object.values(types.data.types));
  return {
    words: withSiteName(words.data, (await loadSite()).name),
    types: texts,
    questions: six((type) =>
      questions.data.questions
        .filter((question) => question.type === texts[type].name)
        .map((question) => question.text.replace(/\.$/, '')),
    ),
  };
}

/** The commonest job titles, as content/quiz/titles.yaml has them. */
export async function loadCommonTitles(): Promise<CommonTitles> {
  const titles = await getEntry('quizTitles', 'titles');
  if (!titles) throw new Error('content/quiz lacks titles.yaml, or it is empty.');
  return titles.data;
}
