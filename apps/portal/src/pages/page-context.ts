import type { OrcidSite } from '@ligature/connections';
import type { Texts } from '../texts/en.ts';
import type { Language } from '../texts/languages.ts';
import type { Tenant } from '../visitor/visitor.ts';

/** What every page needs to know of the request it answers. */
export interface PageContext {
  readonly texts: Texts;
  readonly language: Language;
  readonly institution: Tenant;
  readonly site: OrcidSite;
  /** Query of the page, to come back to it in another language; undefined where it cannot be asked for again. */
  readonly query: URLSearchParams | undefined;
  /** Name of the person who is signed in. */
  readonly signedInAs?: string;
  /** Whether they may see what administrators see. */
  readonly administers?: boolean;
  /** Set where the page has forms that change something. */
  readonly csrf?: string;
  /** Address of an asset, with its version. */
  readonly asset: (name: string) => string;
}
