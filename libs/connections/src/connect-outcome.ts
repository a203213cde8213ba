import type { Connection } from '@ligature/persistence';

/** How connecting an iD ended. What is not `connected` has left nothing behind: the fresh token is taken back at ORCID. */
export type ConnectOutcome =
  | { readonly kind: 'connected'; readonly connection: Connection }
  /** Somebody else of this institution holds the iD. Neither connection is touched; people must sort it out. */
  | { readonly kind: 'held-by-another' }
  /** The researcher already has another iD here, and must disconnect it first. */
  | { readonly kind: 'has-another-id'; readonly current: Connection };
