/** A command cannot do what it was asked; the message says what to change. Ends the process with 1 and no stack trace. */
export class CommandError extends Error {
  readonly code = 'command';

  constructor(message: string) {
    super(message);
    this.name = CommandError.name;
  }
}
