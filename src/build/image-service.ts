import sharpService from 'astro/assets/services/sharp';

/** How wide a picture stands in an article's column: `--column` of article.css, less on phones. */
const SIZES = '(min-width: 720px) 640px, calc(100vw - 40px)';

/**
 * Astro's own image service with AVIF as the format where a page asks for none, and with the
 * width of our column: pictures in Markdown can ask for neither. AVIF is about a third smaller
 * than Astro's default, WebP.
 */
const service: typeof sharpService = {
  ...sharpService,
  validateOptions(options, config, logger) {
    // Astro imports an SVG as a function with the properties of a picture.
    const vector = typeof options.src !== 'string' && options.src.format === 'svg';
    const format = options.format ?? (vector ? 'svg' : 'avif');
    return sharpService.validateOptions?.({ ...options, format }, config, logger) ?? options;
  },
  // A vector has every size in one file.
  getSrcSet: (options, config, logger) =>
    options.format === 'svg' ? [] : (sharpService.getSrcSet?.(options, config, logger) ?? []),
  async getHTMLAttributes(options, config, logger) {
    const attributes = await sharpService.getHTMLAttributes?.(options, config, logger);
    return { ...attributes, sizes: SIZES };
  },
};

export default service;
