import sharpService from 'astro/assets/services/sharp';

/**
 * Astro's own image service with AVIF as the format where a page asks for none: pictures in
 * Markdown cannot ask, and AVIF is a third smaller than Astro's default, WebP.
 */
const service: typeof sharpService = {
  ...sharpService,
  validateOptions(options, config, logger) {
    const vector = typeof options.src === 'object' && options.src.format === 'svg';
    const format = options.format ?? (vector ? 'svg' : 'avif');
    return sharpService.validateOptions?.({ ...options, format }, config, logger) ?? options;
  },
};

export default service;
