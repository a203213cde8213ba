import path from 'node:path';
import { buildAll } from './build.ts';
import { joinTests } from './joined-tests.ts';
import { runJest } from './test-run.ts';
import { isPart, JOINABLE, selectJoined, selectTests } from './test-selection.ts';

/**
 * `npm test [-- [part] [place …] [options]]`: every test of the project, and at the end one line that says how many passed
 * and failed. A part is `unit`, `int` or `e2e`; a place is a piece of a path; options are Jest's, such as `-t 'a name'`.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const given = process.argv.slice(2);
const part = isPart(given[0]) ? given[0] : 'all';
const rest = isPart(given[0]) ? given.slice(1) : given;
const firstOption = rest.findIndex((word) => word.startsWith('-'));
const places = firstOption < 0 ? rest : rest.slice(0, firstOption);
const options = rest.slice(places.length);

await buildAll();
// Tests without input and output need nothing to be started.
const env: Record<string, string> = part === 'unit' ? { TEST_SERVICES: 'none' } : {};
const isJoined = rest.length === 0;
if (isJoined) joinTests(ROOT, JOINABLE);
const selected = isJoined ? selectJoined(part) : selectTests(part, places);
const { passed, failed } = await runJest([...selected, ...options], env);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
