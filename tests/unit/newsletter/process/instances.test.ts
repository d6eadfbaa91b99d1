import { it, vi } from 'vitest';
import { findProgram, withoutProgram } from '../../server/hosts/programs.ts';
import { hasPostgres, WITHOUT_POSTGRES } from '../store/postgres.ts';
import { twoInstances } from './instances.ts';

vi.setConfig({ testTimeout: 300_000 });

if (!findProgram('nginx')) console.log(withoutProgram('nginx'));
if (!hasPostgres) console.log(WITHOUT_POSTGRES);

// The long form, with twenty kills: npm run test:hosts -- instances
it.skipIf(!findProgram('nginx') || !hasPostgres)(
  'two instances behind nginx lose no sign-up, whichever is killed, and when the database dies',
  async () => void (await twoInstances(2)),
);
