/** Why a message of an identity provider was not accepted: for the log; the person is told nothing of it. */
export type RefusalReason =
  | 'not-one-message'
  | 'too-large'
  | 'not-base64'
  | 'not-utf8'
  | 'doctype'
  | 'not-well-formed'
  | 'not-one-assertion'
  | 'weak-algorithm'
  | 'unknown-sign-in'
  | 'unknown-provider'
  | 'library-refused'
  | 'status'
  | 'version'
  | 'destination'
  | 'issuer'
  | 'in-response-to'
  | 'subject-confirmation'
  | 'recipient'
  | 'expired'
  | 'no-authentication'
  | 'no-identifier'
  | 'replayed';

export class RefusedMessageError extends Error {
  readonly code = 'refused-message';

  constructor(
    readonly reason: RefusalReason,
    options?: ErrorOptions,
  ) {
    super(`A sign-in message was refused: ${reason}`, options);
    this.name = RefusedMessageError.name;
  }
}
