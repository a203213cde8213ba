import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_FOLDER } from './data-folder.ts';

/** `npm run scheduler -- <command>`: an operator's command in the demo that `npm start` is running. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const ENVIRONMENT = path.join(DATA_FOLDER, 'environment.json');

if (!existsSync(ENVIRONMENT)) {
  console.error(`Nothing runs with the data in ${DATA_FOLDER}. Start it first: npm start`);
  process.exit(1);
}
const env = JSON.parse(readFileSync(ENVIRONMENT, 'utf8')) as Record<string, string>;
const main = path.join(ROOT, 'apps/scheduler/dist/main.js');
const { status } = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { env, cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
