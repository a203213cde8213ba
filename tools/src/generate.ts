import { writeFileSync } from 'node:fs';
import { buildAll } from './build.ts';
import { artefacts } from './generated/artefacts.ts';

/** `npm run generate`: writes the committed files that are made from the code. */

await buildAll();
for (const { file, content, isCurrent } of await artefacts()) {
  if (!isCurrent) writeFileSync(file, content);
  console.log(`${isCurrent ? 'current' : 'written'}  ${file}`);
}
