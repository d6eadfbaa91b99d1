import { UNSUBSCRIBE_MARK } from '../../letters/built-letter.ts';
import { DeliveryError } from '../delivery.ts';
import type { ProviderResponse } from '../providers/ask.ts';

/** A letter, finished but for the address that takes its reader off the list. */
export interface Campaign {
  /** The letter's id, by which its draft is found again. */
  readonly id: string;
  readonly subject: string;
  readonly preview: string;
  /** Where it is read on the web. */
  readonly address: string;
  /** Both hold UNSUBSCRIBE_MARK. */
  readonly html: string;
  readonly text: string;
}

/** What came of handing a letter over. Nothing of it sends anything. */
export interface HandedOverLetter {
  /** `kept`: it is no draft there any more, so it was left as it is. */
  readonly what: 'made' | 'updated' | 'kept';
  /** What the provider calls its state. */
  readonly state: string;
  /** Where the owner finds it, absolute. */
  readonly address: string;
}

/** A provider that sends letters to the list it has. */
export interface CampaignProvider {
  readonly name: string;
  /**
   * Makes a draft of a letter, or brings the one that is there up to date.
   *
   * @throws DeliveryError with what the provider said
   */
  readonly draft: (campaign: Campaign) => Promise<HandedOverLetter>;
}

/** What a draft is called at a provider that knows no keys of ours: unique by what it ends with. */
export const titleOf = ({ subject, id }: Campaign): string => `${subject} ${endOf(id)}`;

/** Whether a title is that of a letter, under whatever subject it was handed over before. */
export const isTitleOf = (title: unknown, { id }: Campaign): boolean =>
  typeof title === 'string' && title.endsWith(endOf(id));

const endOf = (id: string): string => `(${id})`;

/**
 * A text in a provider's language of templates: what would be a sign of it stands for itself, and its
 * own tag is where the reader leaves.
 */
export function inTemplate(
  text: string,
  escaped: (text: string) => string,
  unsubscribe: string,
): string {
  return text.split(UNSUBSCRIBE_MARK).map(escaped).join(unsubscribe);
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object in a field; an empty one where there is none. */
export function objectIn(data: Json, field: string): Json {
  const value = data[field];
  return isObject(value) ? value : {};
}

/** The objects of the list in a field; none where there is no list. */
export function objectsIn(data: Json, field: string): readonly Json[] {
  const value = data[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The number or text in a field, as text; empty where there is neither. */
export function textIn(data: Json, field: string): string {
  const value = data[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The data of an answer. Throws a DeliveryError with the provider's own words where it refused. */
export function accepted(name: string, { status, data }: ProviderResponse, words: string): Json {
  if (status < 300) return data;
  const said = textIn(data, words).replace(/\s+/g, ' ').slice(0, 300);
  throw new DeliveryError(`${name} refused (${status})${said === '' ? '.' : `: ${said}`}`, {
    permanent: true,
  });
}

/** The id in an answer. Throws a DeliveryError where it holds none, as then nobody finds the draft. */
export function idIn(name: string, data: Json): string {
  const id = textIn(data, 'id');
  if (id !== '') return id;
  throw new DeliveryError(`${name} answered without an id. Look there for the draft.`);
}
