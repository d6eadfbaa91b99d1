/**
 * The words that the page wrote for `element`: the JSON in its own `script[data-words]`. Elements
 * hold no text for readers, so that the owner can change every word in content/quiz.
 */
export function wordsFor<Words>(element: Element): Words {
  const script = element.querySelector(':scope > script[data-words]');
  // The build wrote it from a file that zod had checked.
  return JSON.parse(script?.textContent ?? '{}') as Words;
}
