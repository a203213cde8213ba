import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestStack } from './test-stack.ts';

const NAMES: readonly Readonly<Record<string, string>>[] = [
  { en: 'University of Zurich', de: 'Universität Zürich', fr: 'Université de Zurich' },
  { en: 'University of Geneva', fr: 'Université de Genève' },
  { es: 'Universidad de Málaga', en: 'University of Malaga' },
  { en: 'University of Copenhagen', da: 'Københavns Universitet' },
  { ja: '東京大学', en: 'The University of Tokyo' },
];

/** Makes the institution trust a federation beside its own provider, with so many more members. */
export async function joinFederation(stack: TestStack, others: number): Promise<void> {
  const idp = await (await fetch(`${stack.addresses.devIdp}/metadata`)).text();
  const certificate = /<ds:X509Certificate>([^<]*)/.exec(idp)?.[1] ?? '';
  const numbered = Array.from({ length: others }, (_, at) => ({ en: `College ${String(at + 1).padStart(3, '0')}` }));
  const entities = [...NAMES, ...numbered].map((names, at) =>
    entityXml(`https://idp${at}.example.org/idp`, names, certificate),
  );
  const given = JSON.parse(readFileSync(stack.institutionFile, 'utf8')) as { identityProviders: object[] };
  const folder = path.dirname(stack.institutionFile);
  writeFileSync(
    path.join(folder, 'federation.xml'),
    `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${entities.join('')}</md:EntitiesDescriptor>`,
  );
  const file = path.join(folder, 'institution-in-federation.json');
  const identityProviders = [...given.identityProviders, { metadataFile: 'federation.xml' }];
  writeFileSync(file, JSON.stringify({ ...given, identityProviders }));
  await stack.command('configure', file);
}

function entityXml(entityId: string, names: Readonly<Record<string, string>>, certificate: string): string {
  const shown = Object.entries(names).map(
    ([tag, name]) => `<mdui:DisplayName xml:lang="${tag}">${name}</mdui:DisplayName>`,
  );
  return `<md:EntityDescriptor entityID="${entityId}" xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
      <md:Extensions><mdui:UIInfo>${shown.join('')}</mdui:UIInfo></md:Extensions>
      <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
      <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.org/sso"/>
    </md:IDPSSODescriptor>
  </md:EntityDescriptor>`;
}
