/**
 * Runs after `npm ci`. An npm that itself runs on a Node older than 20.19 leaves out the native
 * packages that ask for a newer one (it takes them for optional), although every command of this
 * project runs on the Node 24 it has just installed. So npm is asked again, on that Node.
 */
import { spawnSync } from 'node:child_process';

const { npm_config_user_agent: agent = '', npm_execpath: npm } = process.env;
const [, major = 24, minor = 0] = (agent.match(/\bnode\/v(\d+)\.(\d+)/) ?? []).map(Number);

if (npm && (major < 20 || (major === 20 && minor < 19))) {
  const again = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  process.exitCode = spawnSync(process.execPath, [npm, ...again], { stdio: 'inherit' }).status ?? 1;
}
