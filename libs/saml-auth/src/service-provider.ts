import type { PublicAddress } from '@ligature/web';
import type { Credential } from './credential.ts';
import type { SamlAuthConfig } from './saml-auth.config.ts';

/** Who we are to identity providers at the portal of one institution. */
export class ServiceProvider {
  /** Our entity id, which is also where our metadata is. */
  readonly entityId: string;
  /** Our assertion consumer service. */
  readonly acsUrl: string;
  /** Our single logout service, for both bindings. */
  readonly logoutUrl: string;
  readonly portalUrl: URL;
  readonly clockSkewMs: number;
  /** Our keys, the one that signs first; any of them opens what was encrypted for us. */
  readonly credentials: readonly Credential[];

  constructor(address: PublicAddress, config: SamlAuthConfig) {
    this.portalUrl = address.url;
    this.entityId = `${address.base}/saml/metadata`;
    this.acsUrl = `${address.base}/saml/acs`;
    this.logoutUrl = `${address.base}/saml/logout`;
    this.credentials = config.credentials;
    this.clockSkewMs = config.clockSkewMs;
  }
}
