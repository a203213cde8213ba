import { verify, X509Certificate } from 'node:crypto';
import type { Provider } from '../provider.ts';
import type { SignatureAlgorithm } from '@ligature/identity-model';
import { demand } from '../refused-message.error.ts';
import type { QuerySignature } from './logout-message.ts';

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';

/** Verifies the signature of a redirect with any key of the provider. @throws RefusedMessageError */
export function verifyQuerySignature({ octets, algorithm, value }: QuerySignature, provider: Provider): void {
  const name = provider.policy.signatureAlgorithms.find((known) => uriOf(known) === algorithm);
  demand(name !== undefined, 'weak-algorithm');
  const [kind, hash = ''] = name.split('-');
  const isSigned = provider.certificates.some((certificate) => {
    const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
    const isRightKind = publicKey.asymmetricKeyType === (kind === 'rsa' ? 'rsa' : 'ec');
    return isRightKind && verify(hash, Buffer.from(octets), { key: publicKey, dsaEncoding: 'ieee-p1363' }, value);
  });
  demand(isSigned, 'wrong-signature');
}

function uriOf(name: SignatureAlgorithm): string {
  return (name === 'rsa-sha1' ? DSIG : MORE) + name;
}
