import { argv, cwd, env } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { complain, say } from '../../site/terminal.ts';
import { SetupError } from '../setup-error.ts';
import { ListError } from '../store/list-error.ts';
import { parseCommand } from './command.ts';
import { CommandError, codeOf } from './command-error.ts';
import { run } from './run.ts';

const WRONG_INPUT = 2;

/**
 * Does what `args` ask for with the variables `env`, and says what came of it. An export without a
 * file goes to `output`, and an answer to a question comes from `input`. Returns the exit code.
 */
export async function newsletter(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  output: NodeJS.WritableStream,
  input: NodeJS.ReadableStream = process.stdin,
): Promise<number> {
  try {
    const said = await run(parseCommand(args, Date.now()), {
      dataFolder: env['DATA_DIR']?.trim() || '.data',
      key: env['NEWSLETTER_KEY'],
      // npm runs scripts in the project's folder, and says here where it was called.
      folder: env['INIT_CWD'] ?? cwd(),
      output,
      input,
      site: env['SITE_FOLDER']?.trim() || fileURLToPath(new URL('../../../dist', import.meta.url)),
      env,
    });
    if (said !== undefined) say(said);
  } catch (error) {
    if (
      error instanceof CommandError ||
      error instanceof SetupError ||
      error instanceof ListError
    ) {
      complain(error.message);
      return error instanceof CommandError ? WRONG_INPUT : 1;
    }
    // Whoever reads the export, such as `head`, may stop when they have enough.
    if (codeOf(error) === 'EPIPE') return 0;
    complain(error);
    return 1;
  }
  return 0;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  process.exitCode = await newsletter(argv.slice(2), env, process.stdout);
}
