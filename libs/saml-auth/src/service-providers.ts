import type { PublicAddress } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import { SamlAuthConfig } from './saml-auth.config.ts';
import { ServiceProvider } from './service-provider.ts';

/** The portal of one institution, where a browser is. */
export interface SamlPortal {
  readonly institutionId: string;
  readonly address: PublicAddress;
}

/** What a message that comes to a portal is held against. */
export interface Recipient {
  readonly institutionId: string;
  readonly self: ServiceProvider;
}

/** We are one service provider for each institution, all with the same keys. */
@Injectable()
export class ServiceProviders {
  constructor(private readonly config: SamlAuthConfig) {}

  at(address: PublicAddress): ServiceProvider {
    return new ServiceProvider(address, this.config);
  }

  recipient({ institutionId, address }: SamlPortal): Recipient {
    return { institutionId, self: this.at(address) };
  }
}
