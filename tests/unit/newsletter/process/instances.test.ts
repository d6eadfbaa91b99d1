import { it, vi } from 'vitest';
import { findProgram } from '../../server/hosts/programs.ts';
import { hasPostgres } from '../store/postgres.ts';
import { twoInstances } from './instances.ts';

vi.setConfig({ testTimeout: 300_000 });

// The long form, with twenty kills: npm run test:hosts -- instances
it.skipIf(!findProgram('nginx') || !hasPostgres)(
  'two instances behind nginx lose no sign-up, whichever is killed, and when the database dies',
  async () => void (await twoInstances(2)),
);
