import { z } from 'zod';
import { MODEL } from './engine/model.ts';
import { TYPE_LETTERS } from './engine/types.ts';

const TYPE_NAMES = [
  'Realistic',
  'Investigative',
  'Artistic',
  'Social',
  'Enterprising',
  'Conventional',
] as const;

/** One question of content/quiz/questions.yaml. */
const questionSchema = z.strictObject({
  /** The type's initial and the question's place in it: R1 is the first Realistic one. */
  id: z.string(),
  type: z.enum(TYPE_NAMES),
  /** A work activity, as a sentence that begins with a verb. */
  text: z.string().trim().min(1),
});

/** The whole of content/quiz/questions.yaml: as many questions a type as the model knows. */
export const questionsSchema = z.array(questionSchema).superRefine((questions, context) => {
  const expected = TYPE_NAMES.flatMap((type, index) =>
    Array.from({ length: MODEL.perType }, (_, place) => ({
      type,
      id: `${TYPE_LETTERS[index]}${place + 1}`,
    })),
  );
  if (questions.length !== expected.length) {
    context.addIssue({
      code: 'custom',
      path: [],
      message: `Found: ${questions.length} questions. Allowed: ${expected.length}, ${MODEL.perType} of each type.`,
    });
    return;
  }
  for (const [index, question] of questions.entries()) {
    const { id, type } = expected[index] ?? question;
    if (question.id === id && question.type === type) continue;
    context.addIssue({
      code: 'custom',
      path: [index],
      message: `Found: ${question.id}, ${question.type}. Allowed here: ${id}, ${type}.`,
    });
  }
});
