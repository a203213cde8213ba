import type { ClientSecret } from '@ligature/orcid-model';
import type { ProviderSource } from './provider-source.schema.ts';

/** What comes with an institution file and is not in it. */
export interface GivenSetup {
  /** Folder that paths in the file begin at. */
  readonly folder: string;
  /** Secret of the ORCID client that the file names; not needed while the stored one stays. */
  readonly clientSecret?: ClientSecret | undefined;
  /** A provider that goes before those of the file, with the folder that its paths begin at. */
  readonly provider?: { readonly source: ProviderSource; readonly folder: string } | undefined;
}
