import type { OrcidSite } from '@ligature/connections';
import type { Institution } from '@ligature/persistence';
import type { Texts } from '../texts/en.ts';
import type { Language } from '../texts/languages.ts';

/** What every page needs to know of the request it answers. */
export interface PageContext {
  readonly texts: Texts;
  readonly language: Language;
  readonly institution: Institution;
  readonly site: OrcidSite;
  /** Path and query of the page, to come back to in another language. */
  readonly path: string;
  /** Name of the person who is signed in. */
  readonly signedInAs?: string;
  /** Whether they may see what administrators see. */
  readonly administers?: boolean;
  /** Set where the page has forms that change something. */
  readonly csrf?: string;
  /** Address of an asset, with its version. */
  readonly asset: (name: string) => string;
}
