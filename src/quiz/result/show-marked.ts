/** Shows `text` in `element`, with what stands between double equals signs as `<mark>`. */
export function showMarked(element: Element, text: string): void {
  const pieces = text.split('==').map((piece, index) => {
    if (index % 2 === 0) return piece;
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
  element.replaceChildren(...pieces);
}
