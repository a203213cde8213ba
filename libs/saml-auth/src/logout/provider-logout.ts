import type { LogoutEndpoint, ProviderSession } from '@ligature/identity-model';
import { type Profile, SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { Injectable } from '@nestjs/common';
import type { Provider } from '../provider.ts';
import { ServiceProvider } from '../service-provider.ts';
import { libraryRefusal } from '../sign-on/library-refusal.ts';
import type { LogoutMessage } from './logout-message.ts';
import { verifyQuerySignature } from './verify-query-signature.ts';

/** The library's part in signing out: it writes and signs our messages, and verifies posted ones. */
@Injectable()
export class ProviderLogout {
  constructor(private readonly self: ServiceProvider) {}

  /** Whether the provider can be told of a sign-out: by redirect, signed, about somebody it has a name for. */
  canTell(provider: Provider, { nameId }: ProviderSession): boolean {
    return nameId !== undefined && this.self.credentials.length > 0 && redirectOf(provider) !== undefined;
  }

  /** Where the browser tells the provider that the person signs out. */
  requestUrl(provider: Provider, session: ProviderSession, requestId: string, relayState: string): Promise<string> {
    const { value = '', format = '', nameQualifier, spNameQualifier } = session.nameId ?? {};
    const names = { ...(nameQualifier && { nameQualifier }), ...(spNameQualifier && { spNameQualifier }) };
    const index = session.sessionIndex === undefined ? {} : { sessionIndex: session.sessionIndex };
    const profile: Profile = { issuer: provider.entityId, nameID: value, nameIDFormat: format, ...names, ...index };
    return this.library(provider, redirectOf(provider)?.url, requestId).getLogoutUrlAsync(profile, relayState, {});
  }

  /** Where the browser tells the provider that what it wanted is done; undefined when it takes no answer. */
  async answerUrl(provider: Provider, requestId: string, relayState = ''): Promise<string | undefined> {
    const url = redirectOf(provider)?.responseUrl;
    if (url === undefined || this.self.credentials.length === 0) return undefined;
    const request = { ID: requestId } as unknown as Profile;
    return this.library(provider, url).getLogoutResponseUrlAsync(request, relayState, {}, true);
  }

  /** @throws RefusedMessageError when the provider did not sign the message */
  async verify({ field, encoded, querySignature }: LogoutMessage, provider: Provider): Promise<void> {
    if (querySignature !== undefined) {
      verifyQuerySignature(querySignature, provider);
      return;
    }
    const library = this.library(provider);
    const isRequest = field === 'SAMLRequest';
    await (
      isRequest
        ? library.validatePostRequestAsync({ SAMLRequest: encoded })
        : library.validatePostResponseAsync({ SAMLResponse: encoded })
    ).catch((cause: unknown) => {
      throw libraryRefusal(cause);
    });
  }

  private library(provider: Provider, logoutUrl = '', requestId?: string): SAML {
    const [credential] = this.self.credentials;
    return new SAML({
      issuer: this.self.entityId,
      callbackUrl: this.self.logoutUrl,
      entryPoint: provider.signOnUrl,
      logoutUrl,
      idpCert: [...provider.certificates],
      idpIssuer: provider.entityId,
      wantAuthnResponseSigned: true,
      acceptedClockSkewMs: this.self.clockSkewMs,
      signatureAlgorithm: 'sha256',
      digestAlgorithm: 'sha256',
      // `always` would break posted answers (its pitfall 10); our own record says which answer is awaited.
      validateInResponseTo: ValidateInResponseTo.never,
      ...(credential && { privateKey: credential.privateKey }),
      ...(requestId !== undefined && { generateUniqueId: () => requestId }),
    });
  }
}

function redirectOf({ singleLogout }: Provider): LogoutEndpoint | undefined {
  return singleLogout.find(({ binding }) => binding === 'redirect');
}
