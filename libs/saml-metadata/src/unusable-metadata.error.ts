/** The text is not the metadata of an identity provider we can use. */
export class UnusableMetadataError extends Error {
  readonly code = 'unusable-metadata';

  constructor(reason: string, options?: ErrorOptions) {
    super(`This metadata cannot be used: ${reason}`, options);
    this.name = UnusableMetadataError.name;
  }
}
