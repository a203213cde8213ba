import { ValidateInResponseTo, type SamlConfig } from '@node-saml/passport-saml';
import type { Provider } from '../provider.ts';
import type { ServiceProvider } from '../service-provider.ts';

const TEN_MINUTES_MS = 10 * 60_000;

/**
 * How the library is set up for one request to, or one answer from, one provider. Its defaults would be SHA-1, an e-mail
 * NameID and password logins only (its pitfall 8).
 */
export function samlOptions(provider: Provider, self: ServiceProvider, requestId: string): SamlConfig {
  return {
    issuer: self.entityId,
    audience: self.entityId,
    callbackUrl: self.acsUrl,
    entryPoint: provider.signOnUrl,
    idpCert: [...provider.certificates],
    idpIssuer: provider.entityId,
    generateUniqueId: () => requestId,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    acceptedClockSkewMs: self.clockSkewMs,
    maxAssertionAgeMs: TEN_MINUTES_MS,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    // Answers are bound to requests by our own record, which also binds them to the browser (its pitfalls 2, 3 and 5).
    validateInResponseTo: ValidateInResponseTo.never,
  };
}
