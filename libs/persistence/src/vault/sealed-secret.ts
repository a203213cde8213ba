import type { Brand, SecretKind } from '@ligature/orcid-model';

/** A secret as the database keeps it: cipher that only TokenVault can open, and only for the row it was sealed for. */
export type SealedSecret<Kind extends SecretKind> = Brand<string, `Sealed ${Kind}`>;
