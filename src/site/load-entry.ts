import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';

/**
 * What the one file of `collection` says, such as content/plan/after.yaml. Throws an Error where it
 * says nothing.
 */
export async function loadEntry<Name extends CollectionKey>(
  collection: Name,
): Promise<CollectionEntry<Name>['data']> {
  const [entry] = await getCollection(collection);
  if (!entry) throw new Error(`The file of "${collection}" in src/content.config.ts is empty.`);
  return entry.data;
}
