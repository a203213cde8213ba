import { type IdentifierKind, type StatedPolicy, STRICT_POLICY } from '@ligature/identity-model';
import type { IdentityCount } from '@ligature/persistence';
import type { Consequence } from './consequence.ts';

/** What is said of a provider now, and what would be said; undefined where no source would describe it. */
export interface ProviderChange {
  readonly before: StatedPolicy;
  readonly after: StatedPolicy | undefined;
}

/** What changes of providers mean for the people who signed in by them. */
export function consequencesOfProviders(
  known: readonly IdentityCount[],
  changes: ReadonlyMap<string, ProviderChange>,
): Consequence[] {
  return [...changes].flatMap(([provider, { before, after }]): Consequence[] => {
    const counts = known.filter((count) => count.provider === provider);
    if (after === undefined) return [{ kind: 'provider-removed', provider, people: total(counts) }];
    const [from, to] = [identifierOf(before), identifierOf(after)];
    const people = total(counts.filter(({ kinds }) => !kinds.includes(to)));
    return from === to || people === 0 ? [] : [{ kind: 'identifier-changed', provider, from, to, people }];
  });
}

function identifierOf({ identifier = STRICT_POLICY.identifier }: StatedPolicy): IdentifierKind {
  return identifier;
}

function total(counts: readonly IdentityCount[]): number {
  return counts.reduce((sum, { people }) => sum + people, 0);
}
