/** The file as a whole cannot be read as an export. Nothing of it was taken. */
export class FeedFileError extends Error {
  readonly code = 'feed-file';

  constructor(
    readonly faults: readonly string[],
    options?: ErrorOptions,
  ) {
    super(faults.join('\n'), options);
    this.name = FeedFileError.name;
  }
}
