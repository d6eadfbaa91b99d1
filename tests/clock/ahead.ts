/** How many milliseconds the clock of this run is ahead; below 0 where it is behind. */
export function clockAhead(): number {
  return Number(process.env['CLOCK_AHEAD'] ?? 0);
}
