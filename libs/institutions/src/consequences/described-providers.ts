import type { StatedPolicy } from '@ligature/identity-model';
import type { MetadataSource } from '@ligature/persistence';
import { readMetadata, UnusableMetadataError } from '@ligature/saml-metadata';
import type { DescribedSource } from '../configure/provider-source.ts';
import { openCopy, whileOpen } from '../metadata/open-copy.ts';
import type { DescribedAs, UnreadSource } from './consequences-of-providers.ts';

/** What is known of an institution's sources before a configuration: the sources, and which of them describe a provider. */
export interface KnownSources {
  readonly sources: readonly MetadataSource[];
  readonly idsOf: ReadonlyMap<string, readonly string[]>;
}

/** What is said of a provider now: the first source that describes it counts. */
export function policyBefore(entityId: string, { sources, idsOf }: KnownSources): StatedPolicy | undefined {
  return sources.find(({ id }) => idsOf.get(entityId)?.includes(id) === true)?.policyOf(entityId);
}

/** What would be said of providers by other sources, of which some have not been read yet. */
export class DescribedProviders {
  private readonly read = new Map<DescribedSource, Promise<ReadonlySet<string> | UnreadSource>>();

  /** @param wanted the only providers that are asked about */
  constructor(
    private readonly described: readonly DescribedSource[],
    private readonly known: KnownSources,
    private readonly wanted: ReadonlySet<string>,
    private readonly now: Date,
  ) {}

  /** The first source that describes the provider counts; where none does, one that was not read may. */
  async find(entityId: string): Promise<DescribedAs> {
    let otherwise: DescribedAs = { kind: 'nowhere' };
    for (const source of this.described) {
      const isWanted = source.entityIds.length === 0 || source.entityIds.includes(entityId);
      const found = isWanted && (await this.describes(source, entityId));
      if (found === true) return { kind: 'described', policy: { ...source.policy, ...source.exceptions[entityId] } };
      if (found !== false && otherwise.kind === 'nowhere') otherwise = { kind: 'unread', ...found };
    }
    return otherwise;
  }

  /** A query service is asked for the provider by name; any other source has been read, or is read now. */
  private async describes(source: DescribedSource, entityId: string): Promise<boolean | UnreadSource> {
    if (source.kind === 'mdq') return true;
    const { sources, idsOf } = this.known;
    const stored = sources.find(({ kind, location }) => kind === source.kind && location === source.location);
    if (stored !== undefined && idsOf.get(entityId)?.includes(stored.id) === true) return true;
    const reading = this.read.get(source) ?? entityIdsOf(source, this.wanted, this.now);
    this.read.set(source, reading);
    const found = await reading;
    return 'reason' in found ? found : found.has(entityId);
  }
}

/** Which of some providers a document describes, or why it cannot be read. */
async function entityIdsOf(
  source: DescribedSource,
  wanted: ReadonlySet<string>,
  now: Date,
): Promise<ReadonlySet<string> | UnreadSource> {
  const found = new Set<string>();
  try {
    const copy = await openCopy(source);
    if (copy === 'unchanged') return found;
    const demands = { signedBy: source.signingCertificates, now, mustExpire: source.kind === 'federation' };
    await whileOpen(copy, async () => {
      for await (const entity of readMetadata(copy.chunks(), demands))
        if (entity.kind === 'provider' && wanted.has(entity.provider.entityId)) found.add(entity.provider.entityId);
    });
    return found;
  } catch (error) {
    // What was read of a document that turns out to be wrong is not to be believed.
    if (error instanceof UnusableMetadataError) return { location: source.location, reason: error.message };
    throw error;
  }
}
