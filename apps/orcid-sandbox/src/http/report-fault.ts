/** A fault of this program, not of the call: told to whoever watches the terminal. Standard output is for the readiness line. */
export function reportFault(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
}
