/** A sealed value that does not open: wrong key, wrong row, or tampered with. Says which row, never what was in it. */
export class UnopenableSecretError extends Error {
  readonly code = 'unopenable-secret';

  constructor(
    readonly row: string,
    options?: ErrorOptions,
  ) {
    super(
      `A sealed value of row ${row} does not open. Was its key removed from TOKEN_KEYS, or the row copied?`,
      options,
    );
    this.name = UnopenableSecretError.name;
  }
}
