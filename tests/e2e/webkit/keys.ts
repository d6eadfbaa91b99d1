import type { Session } from './driver.ts';

/** Keys by Playwright's names, as W3C WebDriver 17.4.2 writes them. */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** Presses keys together, such as `Control+3`, wherever the focus is. */
export async function pressKeys(session: Session, keys: string): Promise<void> {
  const pressed = keys.split('+').map((key) => KEYS[key] ?? key.replace(/^Digit/, ''));
  const actions = [
    ...pressed.map((value) => ({ type: 'keyDown', value })),
    ...pressed.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
  await session.send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
}

/** Clicks with a mouse, once or `times` in a row, at a place of the window, in CSS pixels. */
export async function clickAt(session: Session, x: number, y: number, times = 1): Promise<void> {
  const click = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  const actions = [
    { type: 'pointerMove', x, y, origin: 'viewport', duration: 0 },
    ...Array.from({ length: times }, () => click).flat(),
  ];
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
  await session.send('POST', '/actions', { actions: [mouse] });
}
