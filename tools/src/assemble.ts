import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { assembleRuntime } from './runtime/assemble-runtime.ts';

/** `npm run assemble -- <folder>`: the product compiled, with what it needs at run time and nothing else; the image is this folder. */

const [given] = process.argv.slice(2);
if (given === undefined) refuse('Name the folder that it is to be put into: npm run assemble -- <folder>');
const folder = path.resolve(given);
if (existsSync(folder) && readdirSync(folder).length > 0) refuse(`${folder} is not empty. Name another folder.`);

await buildAll();
assembleRuntime(folder);
console.log(`${folder} holds the product. Node 24 runs it: node apps/portal/dist/main.js`);

function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}
