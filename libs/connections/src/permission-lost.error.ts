/** Something that was granted could be neither kept here nor ended at ORCID: only its owner can end it there. */
export class PermissionLostError extends Error {
  constructor(options?: ErrorOptions) {
    super('A permission could be neither kept nor ended at ORCID.', options);
    this.name = PermissionLostError.name;
  }
}
