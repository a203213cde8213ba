import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_FOLDER } from './data-folder.ts';
import { commandEnvironment, leadingElsewhere } from './demo-environment.ts';

/** `npm run scheduler -- <command>`: an operator's command in the demo that `npm start` is running; variables that are set win. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const ENVIRONMENT = path.join(DATA_FOLDER, 'environment.json');

if (!existsSync(ENVIRONMENT)) {
  console.error(`Nothing runs with the data in ${DATA_FOLDER}. Start it first: npm start`);
  process.exit(1);
}
const demo = JSON.parse(readFileSync(ENVIRONMENT, 'utf8')) as Record<string, string>;
const elsewhere = leadingElsewhere(demo, process.env);
if (elsewhere.length > 0) {
  console.error(
    `This command is for the demo that runs, which has its own ${elsewhere.join(', ')}. Run: unset ${elsewhere.join(' ')}`,
  );
  process.exit(1);
}
const env = commandEnvironment(demo, process.env);
const main = path.join(ROOT, 'apps/scheduler/dist/main.js');
const { status } = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { env, cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
