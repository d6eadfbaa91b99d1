/**
 * The words that the page wrote for `element`: the JSON in its own `template[data-words]`. Elements
 * hold no text for readers, so that the owner can change every word in content/.
 */
export function readElementWords<Words>(element: Element): Words {
  const template = element.querySelector<HTMLTemplateElement>(':scope > template[data-words]');
  // The build wrote it from a file that zod had checked.
  return JSON.parse(template?.content.textContent ?? '{}') as Words;
}
