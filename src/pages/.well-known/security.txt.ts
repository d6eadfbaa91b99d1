import { contactAddress } from '../../site/contact.ts';
import { textDocument } from '../../site/documents.ts';
import { loadSite } from '../../site/load.ts';
import { absolute } from '../../site/urls.ts';

const DAYS_VALID = 365;

/** RFC 9116. It expires a year after the build: a site nobody builds has nobody who answers. */
export const GET = async () => {
  const { contact } = await loadSite();
  const expires = new Date(Date.now() + DAYS_VALID * 86_400_000);
  return textDocument([
    `Contact: mailto:${contactAddress(contact, import.meta.env.SITE)}`,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: en',
    `Canonical: ${absolute('/.well-known/security.txt')}`,
  ]);
};
