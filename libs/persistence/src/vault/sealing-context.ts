import type { OrcidEnvironment } from '@ligature/orcid-model';

/**
 * The place a sealed value belongs to. It is rebuilt from the row at every opening and never read from the value, so a
 * cipher moved to another row, column, person, iD or environment does not open.
 */
export interface SealingContext {
  readonly table: 'connection' | 'institution' | 'retired_token';
  readonly row: string;
  /** The researcher, or the institution for its own secrets. */
  readonly owner: string;
  /** The iD, or the ORCID client id. */
  readonly orcid: string;
  readonly environment: OrcidEnvironment;
}
