import type { Connection } from '@ligature/persistence';

/** Why a person cannot have an iD. Nothing is left behind: the fresh token is taken back at ORCID. */
export type Refusal =
  /** Somebody else of this institution holds the iD. Neither connection is touched; people must sort it out. */
  | { readonly kind: 'held-by-another'; readonly holder: Connection }
  /** The researcher already has another iD here, and must disconnect it first. */
  | { readonly kind: 'has-another-id'; readonly current: Connection };

/** How connecting an iD ended. */
export type ConnectOutcome = { readonly kind: 'connected'; readonly connection: Connection } | Refusal;
