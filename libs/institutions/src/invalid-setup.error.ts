/** An institution cannot be set up as it was asked for; nothing was changed. The message tells an operator what to change. */
export class InvalidSetupError extends Error {
  readonly code = 'invalid-setup';

  constructor(message: string) {
    super(message);
    this.name = InvalidSetupError.name;
  }
}
