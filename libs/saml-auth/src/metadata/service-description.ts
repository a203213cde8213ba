import type { AttributesInUse } from './requested-attributes.ts';

/** What identity providers and discovery pages show of us, beside addresses and keys. */
export interface ServiceDescription {
  readonly institution: string;
  /** Name and description of the service in each of its languages. */
  readonly texts: readonly { readonly language: string; readonly name: string; readonly description: string }[];
  readonly logo?: { readonly url: string; readonly width: number; readonly height: number } | undefined;
  readonly attributes: AttributesInUse;
  readonly privacyUrl?: string | undefined;
  readonly contacts: {
    readonly support: string;
    readonly technical?: string | undefined;
    /** Whom to notify of a compromised account (REFEDS security contact). */
    readonly security?: string | undefined;
  };
}
