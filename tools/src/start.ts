import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { DATA_FOLDER as FOLDER } from './data-folder.ts';
import type { RefusedFile } from './stack/refused-file.ts';
import { Stack } from './stack/stack.ts';
import { Progress } from './progress.ts';
import { RunningNote } from './running.ts';
import { untilStopped } from './until-stopped.ts';
import { adminKey, refusals, welcome } from './welcome.ts';

/** `npm start`: the whole product on this machine, ready to be tried. */

if (process.env['NODE_ENV'] === 'production') {
  refuse(
    'npm start is a demo with demo people and demo secrets; it does not run with NODE_ENV=production. See docs/operations.md.',
  );
}
mkdirSync(FOLDER, { recursive: true, mode: 0o755 });
const note = new RunningNote(path.join(FOLDER, 'running.json'));
const running = note.read();
if (running?.addresses !== undefined) {
  console.log(`Ligature runs already (process ${running.pid}).\n\n${welcome(running.addresses, FOLDER)}`);
} else if (running !== undefined) {
  refuse(`Another npm start is under way here (process ${running.pid}). Wait for it, or end it: kill ${running.pid}`);
} else {
  await start();
}

async function start(): Promise<void> {
  const progress = new Progress();
  const refused: RefusedFile[] = [];
  note.write();
  const stopped = untilStopped();
  try {
    progress.step('Compiling what has changed');
    await buildAll();
    const stack = await Stack.start({
      folder: FOLDER,
      databaseUrl: process.env['DATABASE_URL'],
      hasSecondInstitution: true,
      onRefused: (file) => void refused.push(file),
      onProgress: (step) => {
        progress.step(step);
      },
    });
    await adminKey(stack, FOLDER);
    await stack.endCommands();
    note.write(stack.addresses);
    progress.done();
    console.log(welcome(stack.addresses, FOLDER));
    if (refused.length > 0) console.log(`\n${refusals(refused, FOLDER)}`);
    await standing(stack, stopped);
    console.log(`Everything is stopped. Data is kept in ${FOLDER} for the next start.`);
  } catch (error) {
    console.error(
      `\nnpm start did not succeed.\n${error instanceof Error ? error.message : String(error)}\nLogs are in ${FOLDER}.`,
    );
    process.exitCode = 1;
  } finally {
    note.remove();
  }
  process.exit();
}

/** Lets the stack run until it is to be stopped, or a part of it breaks; nothing of it is left afterwards. */
async function standing(stack: Stack, stopped: Promise<string>): Promise<void> {
  try {
    console.log(`\n${await Promise.race([stopped, stack.untilBroken()])}. Stopping …`);
  } finally {
    await stack.stop();
  }
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}
