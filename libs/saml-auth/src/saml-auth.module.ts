import { Clock } from '@ligature/runtime';
import { type DynamicModule, Module, type Provider as NestProvider } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { LogoutFlow } from './logout-flow.ts';
import { Logout } from './logout/logout.ts';
import { ProviderLogout } from './logout/provider-logout.ts';
import { ServiceProviders } from './service-providers.ts';
import { SamlFlow } from './saml-flow.ts';
import { SamlStrategy } from './sign-on/saml.strategy.ts';
import { LargeMessages } from './sign-on/large-messages.ts';
import { SignOn } from './sign-on/sign-on.ts';

@Module({})
export class SamlAuthModule {
  /** @param ports the app's `SignOnStore`, `LogoutStore` and `ProviderDirectory` */
  static with(ports: NestProvider[]): DynamicModule {
    return {
      module: SamlAuthModule,
      imports: [PassportModule],
      providers: [
        Clock,
        LargeMessages,
        Logout,
        LogoutFlow,
        ProviderLogout,
        SamlFlow,
        SamlStrategy,
        ServiceProviders,
        SignOn,
        ...ports,
      ],
      exports: [LogoutFlow, SamlFlow, ServiceProviders],
    };
  }
}
