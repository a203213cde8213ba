import 'reflect-metadata';
import { createHash, createSign, KeyObject, webcrypto } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { X509CertificateGenerator } from '@peculiar/x509';

const MD = 'urn:oasis:names:tc:SAML:2.0:metadata';
const DS = 'http://www.w3.org/2000/09/xmldsig#';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const LANGUAGES = ['de', 'en', 'es', 'fr', 'it'];

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/**
 * A list as federations publish it, written in its canonical form so that it can be signed without being read.
 * @returns the certificate of its signature, base64 DER
 */
export async function writeFederation(file: string, count: number): Promise<string> {
  const keys = (await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify'])) as CryptoKeyPair;
  const { rawData } = await X509CertificateGenerator.createSelfSigned({
    keys,
    name: 'CN=bench',
    signingAlgorithm: RSA,
  });
  const certificate = Buffer.from(rawData).toString('base64');
  const validUntil = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const start = `<md:EntitiesDescriptor xmlns:md="${MD}" ID="_federation" validUntil="${validUntil}">`;
  const hash = createHash('sha256').update(start);
  for (let at = 0; at < count; at++) hash.update(entity(at, certificate));
  const digest = hash.update('</md:EntitiesDescriptor>').digest('base64');
  const signature = signatureOver(digest, KeyObject.from(keys.privateKey));
  await pipeline(function* () {
    yield start + signature;
    for (let at = 0; at < count; at++) yield entity(at, certificate);
    yield '</md:EntitiesDescriptor>';
  }, createWriteStream(file));
  return certificate;
}

function signatureOver(digest: string, key: KeyObject): string {
  const algorithm = (name: string, uri: string): string => `<ds:${name} Algorithm="${uri}"></ds:${name}>`;
  const transforms = algorithm('Transform', `${DS}enveloped-signature`) + algorithm('Transform', EXCLUSIVE);
  const reference = `<ds:Reference URI="#_federation"><ds:Transforms>${transforms}</ds:Transforms>${algorithm('DigestMethod', 'http://www.w3.org/2001/04/xmlenc#sha256')}<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`;
  const methods =
    algorithm('CanonicalizationMethod', EXCLUSIVE) +
    algorithm('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256');
  const inside = `${methods}${reference}</ds:SignedInfo>`;
  const value = createSign('sha256').update(`<ds:SignedInfo xmlns:ds="${DS}">${inside}`).sign(key, 'base64');
  return `<ds:Signature xmlns:ds="${DS}"><ds:SignedInfo>${inside}<ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature>`;
}

/** As large as the middle one of eduGAIN: two keys, names and words in five languages, organisation and contacts. */
function entity(at: number, certificate: string): string {
  const host = `idp${at}.example.org`;
  const inAll = (name: string, text: string): string =>
    LANGUAGES.map((tag) => `<mdui:${name} xml:lang="${tag}">${text} ${tag} é 東 ${at}</mdui:${name}>`).join('');
  const lines = certificate.replace(/.{64}/g, '$&\n');
  const data = `<ds:X509Data><ds:X509Certificate>\n${lines}\n</ds:X509Certificate></ds:X509Data>`;
  const keys = ['signing', 'encryption'].map(
    (use) => `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="${DS}">${data}</ds:KeyInfo></md:KeyDescriptor>`,
  );
  const endpoint = (name: string, binding: string): string =>
    `<md:${name} Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="https://${host}/idp/profile/SAML2/${binding}/${name}"></md:${name}>`;
  const endpoints = ['HTTP-Redirect', 'HTTP-POST', 'SOAP'].map((binding) => endpoint('SingleLogoutService', binding));
  const signOn = ['HTTP-Redirect', 'HTTP-POST', 'HTTP-POST-SimpleSign'].map((name) =>
    endpoint('SingleSignOnService', name),
  );
  const ui = inAll('DisplayName', 'University of Somewhere') + inAll('Description', 'A place of research. '.repeat(36));
  const role = `<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="false">${host}</shibmd:Scope><mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui">${ui}</mdui:UIInfo></md:Extensions>${keys.join('')}${endpoints.join('')}${signOn.join('')}</md:IDPSSODescriptor>`;
  const contact = `<md:ContactPerson contactType="technical"><md:GivenName>Help</md:GivenName><md:EmailAddress>mailto:help@${host}</md:EmailAddress></md:ContactPerson>`;
  return `<md:EntityDescriptor entityID="https://${host}/idp/shibboleth">${role}${contact.repeat(3)}</md:EntityDescriptor>`;
}
