import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MetadataSourceFacts, SourceKind } from '@ligature/persistence';
import { InvalidSetupError } from '../invalid-setup.error.ts';
import type { GivenSetup } from './given-setup.ts';
import type { InstitutionFile } from './institution-file.ts';
import { LOCATIONS, type ProviderSource } from './provider-source.schema.ts';

/** A source as it is stored, but for its position among the others. */
export type DescribedSource = Omit<MetadataSourceFacts, 'position'> & {
  readonly kind: SourceKind;
  readonly location: string;
};

/** All sources of an institution, as they are stored. @throws InvalidSetupError */
export async function describeSources(
  { identityProviders }: InstitutionFile,
  { folder, provider }: GivenSetup,
): Promise<DescribedSource[]> {
  const all = [
    ...(provider === undefined ? [] : [await describeSource(provider.source, provider.folder)]),
    ...(await Promise.all(identityProviders.map((source) => describeSource(source, folder)))),
  ];
  if (all.length > 0) return all;
  throw new InvalidSetupError('identityProviders: none is named. Name one there, or set SAML_IDP_METADATA.');
}

/** Makes of what an operator wrote what is stored. @param folder of the institution file, which paths in it begin at */
export async function describeSource(given: ProviderSource, folder: string): Promise<DescribedSource> {
  const { metadataUrl, metadataFile, federationUrl, mdqUrl, ...rest } = given;
  const { signedBy = [], entityIds = [], exceptions = {}, ...policy } = rest;
  const places = { metadataUrl, metadataFile, federationUrl, mdqUrl };
  const [place, location = ''] = Object.entries(places).find(([, value]) => value !== undefined) ?? [];
  const certificates = await Promise.all(signedBy.map((one) => certificatesOf(one, folder)));
  return {
    kind: LOCATIONS[place as keyof typeof LOCATIONS],
    location: place === 'metadataFile' ? path.resolve(folder, location) : location,
    entityIds,
    signingCertificates: certificates.flat(),
    policy,
    exceptions,
  };
}

async function certificatesOf(given: string, folder: string): Promise<string[]> {
  const pem = given.includes('-----BEGIN') ? given : await readText(path.resolve(folder, given));
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/gs) ?? [];
  if (blocks.length === 0)
    throw new InvalidSetupError(
      `signedBy: ${given} holds no certificate in PEM form. Name a file that does, or give its text.`,
    );
  return blocks.map((block) => new X509Certificate(block).raw.toString('base64'));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new InvalidSetupError(`signedBy: ${file} cannot be read. Paths begin at the folder of the institution file.`);
  }
}
