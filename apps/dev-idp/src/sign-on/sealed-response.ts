import { type KeyRing } from '../keys/key-ring.ts';
import { signedXml } from '../saml/signing.ts';
import { type ServiceProvider } from '../service-providers/service-provider.ts';
import { type Answer } from './answer.ts';
import { encryptedFor } from './encryption.ts';
import { responseXml } from './response-xml.ts';

/** Sign the assertion, encrypt it, sign the whole: the outer signature covers what is really sent. */
export async function sealedResponse(answer: Answer, keys: KeyRing, reader: ServiceProvider): Promise<string> {
  const credential = keys[answer.key];
  let xml = responseXml(answer);
  if (answer.statement && answer.signed.assertion) xml = signedXml(xml, 'assertion', credential);
  if (answer.statement && answer.encryption) xml = await encryptedFor(reader, xml, answer.encryption);
  if (signsResponse(answer)) xml = signedXml(xml, 'message', credential);
  return Buffer.from(xml, 'utf8').toString('base64');
}

/** A refusal has no assertion to sign, so a provider that signs at all signs the response. */
function signsResponse({ signed, statement }: Answer): boolean {
  return signed.response || (signed.assertion && statement === undefined);
}
