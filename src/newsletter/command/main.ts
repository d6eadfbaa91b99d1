import { cwd, env } from 'node:process';
import { complain, say } from '../../site/terminal.ts';
import { SetupError } from '../setup-error.ts';
import { parseCommand } from './command.ts';
import { CommandError, codeOf } from './command-error.ts';
import { run } from './run.ts';

const WRONG_INPUT = 2;

try {
  const command = parseCommand(process.argv.slice(2), Date.now());
  const said = await run(command, {
    dataFolder: env['DATA_DIR']?.trim() || '.data',
    key: env['NEWSLETTER_KEY'],
    // npm runs scripts in the project's folder, and says here where it was called.
    folder: env['INIT_CWD'] ?? cwd(),
  });
  if (said !== undefined) say(said);
} catch (error) {
  if (error instanceof CommandError || error instanceof SetupError) {
    complain(error.message);
    process.exitCode = error instanceof CommandError ? WRONG_INPUT : 1;
  } else if (codeOf(error) !== 'EPIPE') {
    // Whoever reads the export, such as `head`, may stop when they have enough.
    complain(error);
    process.exitCode = 1;
  }
}
