import { ValidateInResponseTo, type SamlConfig } from '@node-saml/passport-saml';
import { LONGEST_WAY_MS } from '../checks/instants.ts';
import type { Provider } from '../provider.ts';
import type { ServiceProvider } from '../service-provider.ts';
import type { BegunSignOn } from './sign-on.ts';
import type { ReturnedSignOn } from './returned-sign-on.ts';

/** How the library is set up to ask one provider. */
export function askingOptions({ provider, requestId, handle }: BegunSignOn, self: ServiceProvider): SamlConfig {
  const [credential] = self.credentials;
  return {
    ...samlOptions(provider, self),
    generateUniqueId: () => requestId,
    additionalParams: { RelayState: handle },
    ...(credential && provider.wantsSignedRequests && { privateKey: credential.privateKey }),
  };
}

/** How it is set up to verify the answer: what must be signed is signed, and what we checked is what it uses. */
export function verifyingOptions({ provider, needed, credential, recipient }: ReturnedSignOn): SamlConfig {
  return {
    ...samlOptions(provider, recipient.self),
    wantAuthnResponseSigned: needed.response,
    wantAssertionsSigned: needed.assertion,
    ...(credential && { decryptionPvk: credential.privateKey }),
  };
}

/** Its defaults would be SHA-1, an e-mail NameID and password logins only (its pitfall 8). */
function samlOptions(provider: Provider, self: ServiceProvider): SamlConfig {
  return {
    issuer: self.entityId,
    audience: self.entityId,
    callbackUrl: self.acsUrl,
    entryPoint: provider.signOnUrl,
    idpCert: [...provider.certificates],
    idpIssuer: provider.entityId,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    acceptedClockSkewMs: self.clockSkewMs,
    maxAssertionAgeMs: LONGEST_WAY_MS,
    // Answers are bound to requests by our own record, which also binds them to the browser (its pitfalls 2, 3 and 5).
    validateInResponseTo: ValidateInResponseTo.never,
  };
}
