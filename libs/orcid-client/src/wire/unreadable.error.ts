/** An answer that is not what was asked for, whatever its content type says. */
export class UnreadableError extends Error {
  constructor(expected: string) {
    super(`expected ${expected}`);
    this.name = UnreadableError.name;
  }
}
