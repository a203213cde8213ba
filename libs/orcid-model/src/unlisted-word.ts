import type { Brand } from './brand.ts';

/** A word in one of ORCID's lists that this version does not know yet: taken as it is when read, refused when written. */
export type UnlistedWord = Brand<string, 'UnlistedWord'>;
