import { type IdentifierKind, type StatedPolicy, STRICT_POLICY } from '@ligature/identity-model';
import type { Consequence } from './consequence.ts';

/** How many people of a provider have signed in by which kinds of identifier. */
export interface IdentityCount {
  readonly provider: string;
  /** Kinds by which the provider itself named them; none where that is only assumed. */
  readonly kinds: readonly IdentifierKind[];
  readonly people: number;
}

/** What is said of a provider now, and what would be said; undefined where no source describes it. */
export interface ProviderChange {
  readonly before: StatedPolicy | undefined;
  readonly after: StatedPolicy | undefined;
}

/** What changes of providers mean for the people who signed in by them. */
export function providerConsequences(
  known: readonly IdentityCount[],
  changeOf: (provider: string) => ProviderChange,
): Consequence[] {
  const providers = [...new Set(known.map(({ provider }) => provider))];
  return providers.flatMap((provider): Consequence[] => {
    const counts = known.filter((count) => count.provider === provider);
    const { before, after } = changeOf(provider);
    if (before === undefined) return [];
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
