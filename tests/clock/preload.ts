/** Loaded before a program (`node --import`), which then runs on the day of `CLOCK_AHEAD`. */
import { clockAhead } from './ahead.ts';
import { shiftClock } from './shift-clock.ts';

if (clockAhead() !== 0) shiftClock(clockAhead());
