import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IdentityProviderFacts } from '@ligature/persistence';
import { fetchMetadata, readProviderMetadata } from '@ligature/saml-auth';
import type { InstitutionFile } from './institution-file.ts';

type Source = InstitutionFile['identityProviders'][number];

/** Reads a provider's metadata from where the institution file says, relative to that file. */
export async function readProvider(
  source: Source,
  folder: string,
): Promise<IdentityProviderFacts & { entityId: string }> {
  const { entityId, displayName, signOnUrl, certificates } = readProviderMetadata(await metadataOf(source, folder));
  const { identifier, staffIdAttribute } = source;
  return {
    entityId,
    displayName,
    signOnUrl,
    certificates: [...certificates],
    policy: { identifier, staffIdAttribute },
  };
}

function metadataOf({ metadataUrl, metadataFile = '' }: Source, folder: string): Promise<string> {
  return metadataUrl === undefined ? readFile(path.resolve(folder, metadataFile), 'utf8') : fetchMetadata(metadataUrl);
}
