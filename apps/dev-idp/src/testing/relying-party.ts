import { createSign, randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { type Credential } from '../keys/credential.ts';
import { type SettingsInput } from './settings.builder.ts';

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const namespaces =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';

export interface Delivery {
  readonly relayState?: string;
  readonly signedWith?: Credential;
  readonly algorithm?: 'sha256' | 'sha1';
}

/** A service provider's side of the conversation, written with Node and xml-crypto alone. */
export class RelyingParty {
  readonly entityId: string;
  readonly acsUrl: string;
  readonly sloUrl: string;

  constructor(readonly origin: string) {
    this.entityId = `${origin}/metadata`;
    this.acsUrl = `${origin}/acs`;
    this.sloUrl = `${origin}/slo`;
  }

  /** As it stands in the settings of the provider. */
  entry({ certificate: encryptionCertificate }: Credential): SettingsInput['serviceProviders'][number] {
    return { entityId: this.entityId, acsUrls: [this.acsUrl], sloUrl: this.sloUrl, encryptionCertificate };
  }

  authnRequest(attributes: Record<string, string> = {}, children = ''): { id: string; xml: string } {
    const id = `_${randomUUID()}`;
    const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    const xml = `<samlp:AuthnRequest ${namespaces} ID="${id}" Version="2.0" IssueInstant="${new Date().toISOString()}"${own.join('')}><saml:Issuer>${this.entityId}</saml:Issuer>${children}</samlp:AuthnRequest>`;
    return { id, xml };
  }

  logoutRequest(nameId: string, sessionIndex?: string): { id: string; xml: string } {
    const id = `_${randomUUID()}`;
    const index = sessionIndex === undefined ? '' : `<samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex>`;
    const xml = `<samlp:LogoutRequest ${namespaces} ID="${id}" Version="2.0" IssueInstant="${new Date().toISOString()}"><saml:Issuer>${this.entityId}</saml:Issuer><saml:NameID>${nameId}</saml:NameID>${index}</samlp:LogoutRequest>`;
    return { id, xml };
  }

  logoutResponse(inResponseTo: string, status = 'Success'): string {
    return `<samlp:LogoutResponse ${namespaces} ID="_${randomUUID()}" Version="2.0" IssueInstant="${new Date().toISOString()}" InResponseTo="${inResponseTo}"><saml:Issuer>${this.entityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></samlp:Status></samlp:LogoutResponse>`;
  }
}

export function asQuery(kind: 'SAMLRequest' | 'SAMLResponse', xml: string, delivery: Delivery = {}): string {
  const parameters = new URLSearchParams({ [kind]: deflateRawSync(xml).toString('base64') });
  if (delivery.relayState !== undefined) parameters.set('RelayState', delivery.relayState);
  if (!delivery.signedWith) return parameters.toString();
  const algorithm = delivery.algorithm ?? 'sha256';
  parameters.set('SigAlg', algorithm === 'sha256' ? RSA_SHA256 : 'http://www.w3.org/2000/09/xmldsig#rsa-sha1');
  const signer = createSign(algorithm).update(parameters.toString());
  parameters.set('Signature', signer.sign(delivery.signedWith.privateKey, 'base64'));
  return parameters.toString();
}

export function asForm(
  kind: 'SAMLRequest' | 'SAMLResponse',
  xml: string,
  delivery: Delivery = {},
): Record<string, string> {
  const whole = `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
  const sent = delivery.signedWith ? enveloped(whole, delivery.signedWith) : whole;
  return {
    [kind]: Buffer.from(sent).toString('base64'),
    ...(delivery.relayState !== undefined && { RelayState: delivery.relayState }),
  };
}

function enveloped(xml: string, { privateKey }: Credential): string {
  const signer = new SignedXml({
    privateKey,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signer.computeSignature(xml, { location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } });
  return signer.getSignedXml();
}
