import samlify from 'samlify';
import { bindings } from '../saml/vocabulary.ts';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { type ServiceProvider } from '../service-providers/service-provider.ts';
import { type Encryption } from './answer.ts';

/** samlify names only some of these; its encryption library knows them all. CBC is what real providers still send. */
const algorithms: Record<Encryption, string> = {
  'aes128-cbc': 'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
  'aes256-gcm': 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
};
const RSA_OAEP = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';

/** Puts an EncryptedAssertion in the place of the assertion, readable by this service provider alone. */
export async function encryptedFor(reader: ServiceProvider, xml: string, encryption: Encryption): Promise<string> {
  const certificate = reader.encryptionCertificate;
  if (certificate === undefined) {
    throw new MessageRefusedError(`${reader.entityId} has no certificate to encrypt for.`, 409);
  }
  const target = {
    entitySetting: {
      isAssertionEncrypted: true,
      dataEncryptionAlgorithm: algorithms[encryption],
      keyEncryptionAlgorithm: RSA_OAEP,
      tagPrefix: { encryptedAssertion: 'saml' },
    },
    entityMeta: samlify.SPMetadata({
      entityID: reader.entityId,
      encryptCert: certificate,
      assertionConsumerService: reader.acs.map(({ url }) => ({ Binding: bindings.post, Location: url })),
    }),
  };
  return Buffer.from(await samlify.SamlLib.encryptAssertion(target, target, xml), 'base64').toString('utf8');
}
