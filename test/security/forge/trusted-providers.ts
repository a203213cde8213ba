import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestStack } from '../../support/test-stack.ts';
import { type ForgedKey, forgeKey, knownKey } from './forged-key.ts';
import type { Parties } from './recipe.ts';

export const PROVIDER = 'https://idp.example.edu/entity';
export const NEIGHBOUR = 'https://idp.neighbour.example/entity';

/** @param portal key and certificate of the portal, both PEM */
export async function makeParties(portal: { readonly key: string; readonly certificate: string }): Promise<Parties> {
  const [provider, neighbour, stranger] = await Promise.all(['provider', 'neighbour', 'stranger'].map(forgeKey));
  const reader = await knownKey(portal);
  return { provider: provider!, neighbour: neighbour!, stranger: stranger!, neighbourEntityId: NEIGHBOUR, reader };
}

/** Makes the institution trust two more providers, both of them ours: what they sign is what we forge. */
export async function trustProviders(stack: TestStack, { provider, neighbour }: Parties): Promise<void> {
  const folder = path.dirname(stack.institutionFile);
  const settings = JSON.parse(readFileSync(stack.institutionFile, 'utf8')) as {
    identityProviders: object[];
  };
  writeFileSync(path.join(folder, 'provider.xml'), metadata(PROVIDER, provider, 'example.edu'));
  writeFileSync(path.join(folder, 'neighbour.xml'), metadata(NEIGHBOUR, neighbour, 'neighbour.example'));
  const added = ['provider.xml', 'neighbour.xml'].map((metadataFile) => ({ metadataFile, identifier: 'subject-id' }));
  const file = path.join(folder, 'institution-with-forgers.json');
  writeFileSync(file, JSON.stringify({ ...settings, identityProviders: [...settings.identityProviders, ...added] }));
  await stack.command('configure', file);
}

function metadata(entityId: string, { certificate }: ForgedKey, scope: string): string {
  const service = (name: string, path: string): string =>
    `<md:${name} Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entityId}/${path}"/>`;
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="false">${scope}</shibmd:Scope></md:Extensions><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>${service('SingleLogoutService', 'slo')}${service('SingleSignOnService', 'sso')}</md:IDPSSODescriptor></md:EntityDescriptor>`;
}
