import type { Scope } from '@ligature/orcid-model';

/** An authorization that was begun and has not come back. */
export interface PendingAuthorization {
  /** Hash of the session it was begun in, and the person in it: nobody else may finish it. */
  readonly session: string;
  readonly personId: string;
  readonly institutionId: string;
  readonly scopes: readonly Scope[];
  /** Address of the ORCID it was begun at: its code goes nowhere else. */
  readonly issuer: string;
  /** Which text the person had read, e.g. `2026-11/de`. */
  readonly shownText: string;
}

/** Whose answer was taken in. */
export type AnsweredAuthorization = Pick<PendingAuthorization, 'session' | 'personId' | 'institutionId'>;

/** What authorizations need of a database that all replicas share; the app wires one in. */
export abstract class AuthorizationStore {
  abstract keep(state: string, pending: PendingAuthorization, expiresAt: Date): Promise<void>;
  /** Gives the authorization to one caller and to no other; another institution's stays where it is. */
  abstract take(institutionId: string, state: string): Promise<PendingAuthorization | undefined>;
  /** Remembers whose answer to this state was taken in, for when it comes again: a page is reloaded, or gone back to. */
  abstract keepAnswered(state: string, answered: AnsweredAuthorization, expiresAt: Date): Promise<void>;
  /** Keeps that this code is about to be sent, before it is. */
  abstract beginExchange(state: string, whose: AnsweredAuthorization): Promise<void>;
  /** What became of the code is known, and nothing is left of it to be looked after. */
  abstract settleExchange(state: string, whose: Pick<AnsweredAuthorization, 'institutionId'>): Promise<void>;
  /** ORCID may have granted something that we do not have. */
  abstract loseExchange(state: string, whose: Omit<AnsweredAuthorization, 'session'>): Promise<void>;
  /** Whether nobody knows what became of this person's code, though it was sent long enough ago. */
  abstract isExchangeLost(state: string, whose: Omit<AnsweredAuthorization, 'session'>): Promise<boolean>;
  abstract findAnswered(institutionId: string, state: string): Promise<AnsweredAuthorization | undefined>;
}
