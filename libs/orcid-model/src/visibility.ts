/** Who sees an item: everybody, trusted parties, or its owner and its source. Only the owner chooses (ORCID ignores ours). */
export const VISIBILITIES = ['public', 'limited', 'private'] as const;

export type Visibility = (typeof VISIBILITIES)[number];
