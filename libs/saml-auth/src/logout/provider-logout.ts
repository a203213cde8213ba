import type { LogoutEndpoint, ProviderSession } from '@ligature/identity-model';
import { type Profile, SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { Injectable } from '@nestjs/common';
import type { Provider } from '../provider.ts';
import type { ServiceProvider } from '../service-provider.ts';
import { libraryRefusal } from '../sign-on/library-refusal.ts';
import type { LogoutMessage } from './logout-message.ts';
import { verifyQuerySignature } from './verify-query-signature.ts';

/** What ties a message to the one it belongs to. */
export interface LogoutReference {
  readonly requestId: string;
  readonly relayState?: string | undefined;
}

/** The library's part in signing out: it writes and signs our messages, and verifies posted ones. */
@Injectable()
export class ProviderLogout {
  /** Whether the provider takes a sign-out from us: by redirect, signed, about somebody it has a name for. */
  canAsk(provider: Provider, { nameId }: ProviderSession, { credentials }: ServiceProvider): boolean {
    return nameId !== undefined && credentials.length > 0 && redirectOf(provider) !== undefined;
  }

  /** Where the browser goes to sign the person out at the provider. */
  requestUrl(
    provider: Provider,
    session: ProviderSession,
    { requestId, relayState = '' }: LogoutReference,
    self: ServiceProvider,
  ): Promise<string> {
    const { value = '', format = '', nameQualifier, spNameQualifier } = session.nameId ?? {};
    const names = { ...(nameQualifier && { nameQualifier }), ...(spNameQualifier && { spNameQualifier }) };
    const index = session.sessionIndex === undefined ? {} : { sessionIndex: session.sessionIndex };
    const profile: Profile = { issuer: provider.entityId, nameID: value, nameIDFormat: format, ...names, ...index };
    const library = libraryFor(provider, self, redirectOf(provider)?.url, requestId);
    return library.getLogoutUrlAsync(profile, relayState, {});
  }

  /** Where the browser goes with our answer that it is done; undefined when the provider takes no answer. */
  async answerUrl(
    provider: Provider,
    { requestId, relayState = '' }: LogoutReference,
    self: ServiceProvider,
  ): Promise<string | undefined> {
    const url = redirectOf(provider)?.responseUrl;
    if (url === undefined || self.credentials.length === 0) return undefined;
    const request = { ID: requestId } as unknown as Profile;
    return libraryFor(provider, self, url).getLogoutResponseUrlAsync(request, relayState, {}, true);
  }

  /** @throws RefusedMessageError when the provider did not sign the message */
  async verify(
    { field, encoded, querySignature }: LogoutMessage,
    provider: Provider,
    self: ServiceProvider,
  ): Promise<void> {
    if (querySignature !== undefined) {
      verifyQuerySignature(querySignature, provider);
      return;
    }
    const library = libraryFor(provider, self);
    const isRequest = field === 'SAMLRequest';
    await (
      isRequest
        ? library.validatePostRequestAsync({ SAMLRequest: encoded })
        : library.validatePostResponseAsync({ SAMLResponse: encoded })
    ).catch((cause: unknown) => {
      throw libraryRefusal(cause);
    });
  }
}

function libraryFor(provider: Provider, self: ServiceProvider, logoutUrl = '', requestId?: string): SAML {
  const [credential] = self.credentials;
  return new SAML({
    issuer: self.entityId,
    callbackUrl: self.logoutUrl,
    entryPoint: provider.signOnUrl,
    logoutUrl,
    idpCert: [...provider.certificates],
    idpIssuer: provider.entityId,
    wantAuthnResponseSigned: true,
    acceptedClockSkewMs: self.clockSkewMs,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    // `always` would break posted answers (its pitfall 10); our own record says which answer is awaited.
    validateInResponseTo: ValidateInResponseTo.never,
    ...(credential && { privateKey: credential.privateKey }),
    ...(requestId !== undefined && { generateUniqueId: () => requestId }),
  });
}

function redirectOf({ singleLogout }: Provider): LogoutEndpoint | undefined {
  return singleLogout.find(({ binding }) => binding === 'redirect');
}
