/** Nothing more can be written on a record for now; its items say why. Ends a run quietly. */
export class BlockedRecordError extends Error {
  readonly code = 'blocked-record';

  constructor() {
    super('Nothing can be written on the record for now.');
    this.name = BlockedRecordError.name;
  }
}
