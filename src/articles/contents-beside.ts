/**
 * Unfolds the contents of an article where they stand beside its text, and marks the section that is
 * being read: the last one whose heading is in the upper third of the window, or above it.
 */
export function showContentsBeside(): void {
  const contents = document.querySelector('.sections');
  // Where there is no room beside, they stay folded.
  if (!contents || getComputedStyle(contents).position !== 'sticky') return;
  contents.querySelector('details')?.setAttribute('open', '');
  const links = [...contents.querySelectorAll('a')];
  const mark = () => {
    const current = links.findLast(({ hash }) => {
      const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
      return heading && heading.getBoundingClientRect().top < innerHeight / 3;
    });
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}
