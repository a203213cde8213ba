import { randomUUID } from 'node:crypto';
import { DAY, later } from '../clock.ts';
import { type DevIdp } from '../dev-idp.ts';
import { signedXml } from './signing.ts';
import { bindings, nameIdFormats, namespaces } from './vocabulary.ts';
import { writeXml, type XmlTree } from './xml-writer.ts';

/** Federations want metadata read again every day, and let it live a few (eduGAIN metadata practice). */
const LIFETIME = 4 * DAY;

export function idpMetadata(idp: DevIdp): string {
  const xml = writeXml({
    'md:EntityDescriptor': {
      '@xmlns:md': namespaces.metadata,
      '@ID': `_${randomUUID()}`,
      '@entityID': idp.site.entityId,
      '@validUntil': later(idp.clock(), LIFETIME).toISOString(),
      'md:IDPSSODescriptor': roleTree(idp),
    },
  });
  return idp.settings.signing.metadata ? signedXml(xml, 'metadata', idp.keys.signing) : xml;
}

/** In the order of the schema (saml-metadata section 2.4.3). */
function roleTree({ settings, site, keys }: DevIdp): XmlTree {
  return {
    '@protocolSupportEnumeration': namespaces.protocol,
    '@WantAuthnRequestsSigned': 'false',
    'md:Extensions': extensionsTree(settings),
    'md:KeyDescriptor': {
      '@use': 'signing',
      'ds:KeyInfo': {
        '@xmlns:ds': namespaces.signature,
        'ds:X509Data': { 'ds:X509Certificate': keys.signing.certificate },
      },
    },
    'md:SingleLogoutService': atBothBindings(site.slo),
    'md:NameIDFormat': Object.values(nameIdFormats).map((format) => ({ '#text': format })),
    'md:SingleSignOnService': atBothBindings(site.sso),
  };
}

/** shibmd:Scope lets a service provider refuse eppn@another.example from here; mdui names the institution. */
function extensionsTree({ scope, displayName }: DevIdp['settings']): XmlTree {
  return {
    'shibmd:Scope': { '@xmlns:shibmd': namespaces.scope, '@regexp': 'false', '#text': scope },
    'mdui:UIInfo': {
      '@xmlns:mdui': namespaces.userInterface,
      'mdui:DisplayName': { '@xml:lang': 'en', '#text': displayName },
    },
  };
}

function atBothBindings(location: string): XmlTree[] {
  return [bindings.redirect, bindings.post].map((binding) => ({ '@Binding': binding, '@Location': location }));
}
