import { speakingParts } from '@ligature/identity-model';
import { readMetadata, UnusableMetadataError } from '@ligature/saml-metadata';
import { InvalidSetupError } from '../invalid-setup.error.ts';
import { openCopy, whileOpen } from '../metadata/open-copy.ts';
import type { DescribedSource } from './provider-source.ts';
import { spokenByMany } from './provider-source.schema.ts';

/**
 * Reads the metadata of sources that are taken for one provider's, where that provider is to speak for staff ids or roles:
 * each of several could. What cannot be read yet is not refused: `policyOf` gives nobody in it a word when it is read.
 * @throws InvalidSetupError
 */
export async function demandNamedSpeakers(sources: readonly DescribedSource[], now: Date): Promise<void> {
  for (const source of sources) {
    const parts = speakingParts(source.policy);
    const mayBeOfMany = source.kind === 'file' || source.kind === 'url';
    if (parts.length === 0 || !mayBeOfMany || source.entityIds.length === 1) continue;
    if (await describesMany(source, now)) throw new InvalidSetupError(`${source.location}: ${spokenByMany(parts)}.`);
  }
}

async function describesMany(source: DescribedSource, now: Date): Promise<boolean> {
  try {
    const copy = await openCopy(source);
    if (copy === 'unchanged') return false;
    const demands = { signedBy: source.signingCertificates, now, mustExpire: false };
    return await whileOpen(copy, () => hasTwo(readMetadata(copy.chunks(), demands)));
  } catch (error) {
    if (error instanceof UnusableMetadataError) return false;
    throw error;
  }
}

async function hasTwo(entities: ReturnType<typeof readMetadata>): Promise<boolean> {
  const seen = new Set<string>();
  for await (const entity of entities) {
    seen.add(entity.kind === 'provider' ? entity.provider.entityId : entity.entityId);
    if (seen.size > 1) return true;
  }
  return false;
}
