import { loadSite } from '../site/load.ts';
import { href } from '../site/urls.ts';

export const GET = async () => {
  const { name, description } = await loadSite();
  return Response.json({
    name,
    short_name: name,
    description,
    start_url: href('/'),
    scope: href('/'),
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [192, 512].map((size) => ({
      src: href(`/icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  });
};
