import { type IdentifierKind, type StatedPolicy, STRICT_POLICY } from '@ligature/identity-model';
import type { IdentityCount } from '@ligature/persistence';
import type { Consequence } from './consequence.ts';

/** A source that could not be read, and why. */
export interface UnreadSource {
  readonly location: string;
  readonly reason: string;
}

/** What would be said of a provider: something; nothing, since no source describes it; or nobody knows, since one was not read. */
export type DescribedAs =
  | { readonly kind: 'described'; readonly policy: StatedPolicy }
  | { readonly kind: 'nowhere' }
  | ({ readonly kind: 'unread' } & UnreadSource);

/** What is said of a provider now, and what would be said. */
export interface ProviderChange {
  readonly before: StatedPolicy;
  readonly after: DescribedAs;
}

/** What changes of providers mean for the people who signed in by them. */
export function consequencesOfProviders(
  known: readonly IdentityCount[],
  changes: ReadonlyMap<string, ProviderChange>,
): Consequence[] {
  return [...changes].flatMap(([provider, { before, after }]): Consequence[] => {
    const counts = known.filter((count) => count.provider === provider);
    const people = total(counts);
    if (after.kind === 'nowhere') return [{ kind: 'provider-removed', provider, people }];
    if (after.kind === 'unread') return [{ ...after, kind: 'provider-unread', provider, people }];
    return [
      ...ofIdentifier(provider, counts, before, after.policy),
      ...ofSpace(provider, people, before, after.policy),
    ];
  });
}

function ofIdentifier(
  provider: string,
  counts: readonly IdentityCount[],
  before: StatedPolicy,
  after: StatedPolicy,
): Consequence[] {
  const [from, to] = [identifierOf(before), identifierOf(after)];
  const people = total(counts.filter(({ kinds }) => !kinds.includes(to)));
  return from === to || people === 0 ? [] : [{ kind: 'identifier-changed', provider, from, to, people }];
}

/** Who has signed in before stays who they are; whoever comes for the first time is met by other numbers, or by none. */
function ofSpace(
  provider: string,
  people: number,
  { staffIdSpace: from }: StatedPolicy,
  { staffIdSpace }: StatedPolicy,
): Consequence[] {
  const to = staffIdSpace ?? null;
  return from === undefined || from === to ? [] : [{ kind: 'provider-space-changed', provider, from, to, people }];
}

function identifierOf({ identifier = STRICT_POLICY.identifier }: StatedPolicy): IdentifierKind {
  return identifier;
}

function total(counts: readonly IdentityCount[]): number {
  return counts.reduce((sum, { people }) => sum + people, 0);
}
