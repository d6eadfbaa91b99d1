import { ICONS } from '../site/icons.ts';
import { loadSite } from '../site/load.ts';
import { href } from '../site/urls.ts';

export const GET = async () => {
  const { name: siteName, description } = await loadSite();
  return Response.json({
    name: siteName,
    short_name: siteName,
    description,
    start_url: href('/'),
    scope: href('/'),
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: ICONS.flatMap(({ name, size, purpose }) =>
      purpose === undefined
        ? []
        : [{ src: href(`/${name}`), sizes: `${size}x${size}`, type: 'image/png', purpose }],
    ),
  });
};
