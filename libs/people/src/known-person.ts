import type { IdentifierKind } from '@ligature/identity-model';
import type { PersonFacts } from '@ligature/persistence';

/** A staff id as a provider states it. */
export interface StatedStaffId {
  readonly staffId: string;
  /** The number space the provider is declared to speak for; without one the number links nobody. */
  readonly space?: string | undefined;
}

/** A person as an identity provider vouched for them. */
export interface KnownPerson extends PersonFacts {
  /** Entity id of the provider. */
  readonly provider: string;
  /** What kind of name `identifier` is: the same text of another kind is somebody else. */
  readonly kind: IdentifierKind;
  /** What the provider calls the person for good; never a mail address. */
  readonly identifier: string;
  readonly staffId?: StatedStaffId | undefined;
}
