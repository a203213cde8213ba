/** Why a message of an identity provider was not accepted: for the log; nothing of it is shown to the person. */
export type RefusalReason =
  // How it came.
  | 'not-one-message'
  | 'too-large'
  | 'too-many-large'
  | 'not-base64'
  | 'not-deflated'
  | 'not-utf8'
  // What it is made of.
  | 'doctype'
  | 'not-plain-xml'
  | 'not-well-formed'
  | 'too-complex'
  | 'unexpected-message'
  | 'not-one-assertion'
  | 'ambiguous-name'
  | 'weak-algorithm'
  | 'unsupported-algorithm'
  | 'signature-shape'
  | 'not-signed-enough'
  | 'unsafe-encryption'
  | 'undecryptable'
  | 'library-refused'
  | 'wrong-signature'
  // Whom it is from and for, and when.
  | 'unknown-sign-in'
  | 'unknown-provider'
  | 'status'
  | 'version'
  | 'destination'
  | 'issuer'
  | 'in-response-to'
  | 'subject-confirmation'
  | 'recipient'
  | 'conditions'
  | 'audience'
  | 'not-yet-valid'
  | 'expired'
  | 'no-authentication'
  // Who it is about.
  | 'no-identifier'
  | 'encrypted-identifier'
  | 'foreign-scope'
  | 'replayed';

export class RefusedMessageError extends Error {
  readonly code = 'refused-message';

  constructor(
    readonly reason: RefusalReason,
    options?: ErrorOptions,
  ) {
    super(`A message of an identity provider was refused: ${reason}`, options);
    this.name = RefusedMessageError.name;
  }
}

/** @throws RefusedMessageError unless the statement holds */
export function demand(holds: boolean, reason: RefusalReason): asserts holds {
  if (!holds) throw new RefusedMessageError(reason);
}
