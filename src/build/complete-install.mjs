/**
 * Runs after `npm ci`, on whatever Node the machine has: plain JavaScript, and nothing newer than
 * Node 18. An npm that itself runs on a Node older than 20.19 leaves out the native packages that ask
 * for a newer one (it takes them for optional), although every command of this project runs on the
 * Node 24 it has just installed. So npm is asked again, on that Node. A server that installs without
 * the tools (`--omit=dev`) has no such packages.
 */
import { spawnSync } from 'node:child_process';

const {
  npm_config_user_agent: agent = '',
  npm_config_omit: omit = '',
  npm_execpath: npm,
} = process.env;
const [, major = 24, minor = 0] = (agent.match(/\bnode\/v(\d+)\.(\d+)/) ?? []).map(Number);
const isOld = major < 20 || (major === 20 && minor < 19);

if (npm && isOld && !omit.split(/\s+/).includes('dev')) {
  const again = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  process.exitCode = spawnSync(process.execPath, [npm, ...again], { stdio: 'inherit' }).status ?? 1;
}
