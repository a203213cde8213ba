import samlify from 'samlify';
import { z } from 'zod';
import { type ServiceProvider } from '../service-providers/service-provider.ts';
import { bindings } from './vocabulary.ts';
import { type IncomingMessage, type QuerySignature } from './incoming-message.ts';
import { MessageRefusedError } from './message-refused.error.ts';
import { readXml } from './xml-reader.ts';

const { SamlLib, SPMetadata } = samlify;

const strongAlgorithms = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
]);

const signedMessageSchema = z.record(
  z.string(),
  z.looseObject({
    '@ID': z.string(),
    Signature: z
      .object({
        SignedInfo: z.object({
          SignatureMethod: z.object({ '@Algorithm': z.string() }),
          Reference: z.object({ '@URI': z.string() }),
        }),
      })
      .optional(),
  }),
);

/** A signature that is there is checked whenever a certificate is known, whether or not one was demanded. */
export function requireTrusted(message: IncomingMessage, sender: ServiceProvider, demand: boolean): void {
  const algorithm = signatureAlgorithm(message);
  const isCheckable = algorithm !== undefined && sender.signingCertificates.length > 0;
  if (!demand && !isCheckable) return;
  if (algorithm === undefined) throw new MessageRefusedError(`${sender.entityId} must sign this message.`);
  if (!strongAlgorithms.has(algorithm)) throw new MessageRefusedError(`Signatures by ${algorithm} are not accepted.`);
  if (!isSignedBy(sender, message)) {
    throw new MessageRefusedError(`The signature does not verify with a certificate of ${sender.entityId}.`);
  }
}

function signatureAlgorithm({ xml, querySignature, binding }: IncomingMessage): string | undefined {
  return binding === 'redirect' ? querySignature?.algorithm : signatureAlgorithmIn(xml);
}

/** samlify would also accept a signature over some other part than the message itself. */
function signatureAlgorithmIn(xml: string): string | undefined {
  const [root] = Object.values(signedMessageSchema.parse(readXml(xml)));
  if (!root?.Signature) return undefined;
  const { Reference, SignatureMethod } = root.Signature.SignedInfo;
  if (Reference['@URI'] !== `#${root['@ID']}`) throw new MessageRefusedError('The signature is not over the message.');
  return SignatureMethod['@Algorithm'];
}

/** One certificate at a time: samlify reads only a single one, and two are in use while a service provider changes keys. */
function isSignedBy(sender: ServiceProvider, message: IncomingMessage): boolean {
  return sender.signingCertificates.some((certificate) => {
    const metadata = SPMetadata({
      entityID: sender.entityId,
      signingCert: certificate,
      assertionConsumerService: sender.acs.map(({ url }) => ({ Binding: bindings.post, Location: url })),
    });
    const { querySignature } = message;
    return verifies(() =>
      querySignature ? isQuerySigned(metadata, querySignature) : isXmlSigned(metadata, message.xml),
    );
  });
}

type SpMetadata = ReturnType<typeof SPMetadata>;

function isQuerySigned(metadata: SpMetadata, { octets, value, algorithm }: QuerySignature): boolean {
  return SamlLib.verifyMessageSignature(metadata, octets, value, algorithm);
}

function isXmlSigned(metadata: SpMetadata, xml: string): boolean {
  const [verified] = SamlLib.verifySignature(xml, { metadata });
  return verified;
}

/** samlify throws for some mismatches and answers false for others. */
function verifies(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
