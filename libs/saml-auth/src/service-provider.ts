import { PublicUrlConfig } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import { SamlAuthConfig } from './saml-auth.config.ts';

/** Who we are to identity providers. */
@Injectable()
export class ServiceProvider {
  /** Our entity id, which is also where our metadata is. */
  readonly entityId: string;
  /** Our assertion consumer service. */
  readonly acsUrl: string;
  readonly portalUrl: URL;
  readonly clockSkewMs: number;

  constructor(address: PublicUrlConfig, config: SamlAuthConfig) {
    this.portalUrl = address.url;
    this.entityId = `${address.base}/saml/metadata`;
    this.acsUrl = `${address.base}/saml/acs`;
    this.clockSkewMs = config.clockSkewMs;
  }
}
