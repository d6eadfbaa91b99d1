import { textDocument } from '../site/documents.ts';
import { absolute } from '../site/urls.ts';

export const GET = () =>
  textDocument(['User-agent: *', 'Allow: /', '', `Sitemap: ${absolute('/sitemap.xml')}`]);
