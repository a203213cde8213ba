import { type Binding } from '../saml/vocabulary.ts';

/** What we know of a service provider, whichever way we came to know it. Certificates are bare base64. */
export interface ServiceProvider {
  readonly entityId: string;
  readonly acs: readonly [AssertionConsumer, ...AssertionConsumer[]];
  readonly logout: LogoutEndpoint | undefined;
  readonly signsRequests: boolean;
  readonly signingCertificates: readonly string[];
  readonly encryptionCertificate: string | undefined;
}

export interface AssertionConsumer {
  readonly url: string;
  readonly index: string | undefined;
  readonly isDefault: boolean;
}

export interface LogoutEndpoint {
  readonly binding: Binding;
  readonly url: string;
  readonly responseUrl: string;
}

export function defaultAcs({ acs }: ServiceProvider): AssertionConsumer {
  return acs.find(({ isDefault }) => isDefault) ?? acs[0];
}
