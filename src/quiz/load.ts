import { loadEntry, loadWords } from '../site/load.ts';
import { type Six, six, sixOf } from './engine/types.ts';
import type { TypeWords } from './types-schema.ts';
import type { QuizWords } from './words-schema.ts';

/** All that the quiz page says. */
export interface QuizContent {
  readonly words: QuizWords;
  readonly types: Six<TypeWords>;
  /** The questions of each type, in the order in which they are asked, without a full stop. */
  readonly questions: Six<readonly string[]>;
}

/** The quiz as content/quiz has it. */
export async function loadQuiz(): Promise<QuizContent> {
  const [words, { types }, { questions }] = await Promise.all([
    loadWords('quizWords'),
    loadEntry('quizTypes'),
    loadEntry('quizQuestions'),
  ]);
  const texts = sixOf(Object.values(types));
  return {
    words,
    types: texts,
    questions: six((type) =>
      questions
        .filter((question) => question.type === texts[type].name)
        .map((question) => question.text.replace(/\.$/, '')),
    ),
  };
}
