// Runs one of the project's TypeScript tools on the project's own Node, from a fresh clone onwards:
//   node tools/bootstrap.mjs tools/src/start.ts [arguments]
// Needs nothing but Node >= 20.19 and npm; installs what is missing first (docs/adr/0001-runtime.md).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const bin = path.join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: bin + path.delimiter + process.env.PATH, NX_DAEMON: 'false' };

/** Whether what is installed is what the lockfile says; npm writes down what it installed. */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const found = read(installed);
  return Object.entries(read(path.join(root, 'package-lock.json'))).every(
    ([name, { version, optional }]) => name === '' || optional || found[name]?.version === version || found[name]?.link,
  );
}

function install() {
  console.log('Installing what is missing (about a minute; only the first time) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, env, stdio: 'inherit' });
  if (status === 0) return;
  console.error('npm could not install the packages. Its message is above; is the npm registry reachable?');
  process.exit(1);
}

/** The Node the project brings, else this one when it is new enough. */
function findNode() {
  const own = path.join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(`The project brings no Node for ${process.platform} ${process.arch}. Install Node 24 and try again.`);
  process.exit(1);
}

/** Ctrl-C reaches the tool by itself when there is a terminal; a signal to this process alone is passed on. */
function run(node, [script, ...rest]) {
  const child = spawn(node, [path.resolve(root, script), ...rest], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWhenOrphaned(child);
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}

function stopWhenOrphaned(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}

if (!isInstalled()) install();
run(findNode(), process.argv.slice(2));
