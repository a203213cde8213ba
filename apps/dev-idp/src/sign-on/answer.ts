import { type StatusCode } from '../saml/vocabulary.ts';
import { type Attribute } from './attributes.ts';
import { type NameId } from './name-id.ts';

/** One answer to one AuthnRequest, as values. The switches turn an honest one into a bad or unusual one. */
export interface Answer {
  readonly id: string;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly destination: string;
  readonly inResponseTo: string;
  readonly status: readonly [StatusCode, ...StatusCode[]];
  /** Only a success carries one. */
  readonly statement: Statement | undefined;
  readonly signed: { readonly response: boolean; readonly assertion: boolean };
  readonly key: 'signing' | 'other';
  readonly encryption: Encryption | undefined;
  /** Send what this service provider got last time instead. */
  readonly isReplay: boolean;
}

/** What the assertion says. */
export interface Statement {
  readonly id: string;
  readonly recipient: string;
  readonly audience: string;
  readonly notBefore: Date;
  readonly notOnOrAfter: Date;
  readonly nameId: NameId;
  readonly authenticatedAt: Date;
  readonly sessionIndex: string;
  readonly sessionEndsAt: Date;
  readonly contextClass: string;
  readonly attributes: readonly Attribute[];
}

export type Encryption = 'aes128-cbc' | 'aes256-gcm';
