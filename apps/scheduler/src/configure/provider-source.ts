import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProviderPolicy, SourceKind, StatedProvider } from '@ligature/persistence';
import { fetchMetadata, readProviderMetadata } from '@ligature/saml-auth';
import type { InstitutionFile } from './institution-file.ts';

type Source = InstitutionFile['identityProviders'][number];

export interface ReadProvider {
  readonly kind: SourceKind;
  readonly location: string;
  readonly policy: ProviderPolicy;
  readonly provider: StatedProvider;
}

/** Reads a provider's metadata from where the institution file says, relative to that file. */
export async function readProvider(source: Source, folder: string): Promise<ReadProvider> {
  const { identifier, staffIdAttribute, metadataUrl, metadataFile = '' } = source;
  const location = metadataUrl ?? path.resolve(folder, metadataFile);
  const xml = await (metadataUrl === undefined ? readFile(location, 'utf8') : fetchMetadata(location));
  const { displayName, ...stated } = readProviderMetadata(xml);
  return {
    kind: metadataUrl === undefined ? 'file' : 'url',
    location,
    policy: { identifier, staffIdAttribute },
    provider: {
      ...stated,
      displayName,
      displayNames: {},
      keywords: [],
      wantsSignedRequests: false,
      singleLogout: [],
      scopes: [],
      isHidden: false,
      validUntil: null,
    },
  };
}
