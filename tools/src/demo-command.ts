/**
 * How people begin an operator's command in the demo, so that it finds the data of the stack that was started.
 * @param chosen what `LIGATURE_DATA` says; undefined where the data is in its usual place
 */
export function demoCommand(chosen: string | undefined, folder: string): string {
  return chosen === undefined ? 'npm run scheduler --' : `LIGATURE_DATA=${quoted(folder)} npm run scheduler --`;
}

/** As a shell reads it as one word. */
export function quoted(word: string): string {
  return /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
