/** A write of which nobody knows what became may still be under way at ORCID; look again a little later. */
export class TooSoonError extends Error {
  readonly code = 'too-soon';

  constructor() {
    super('A write may still be under way at ORCID.');
    this.name = TooSoonError.name;
  }
}
