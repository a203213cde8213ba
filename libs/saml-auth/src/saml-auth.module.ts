import { Clock } from '@ligature/runtime';
import { type DynamicModule, Module, type Provider as NestProvider } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ServiceProvider } from './service-provider.ts';
import { SamlFlow } from './saml-flow.ts';
import { SamlStrategy } from './sign-on/saml.strategy.ts';
import { SignOn } from './sign-on/sign-on.ts';

@Module({})
export class SamlAuthModule {
  /** @param ports the face's `SignOnStore` and `ProviderDirectory` */
  static with(ports: NestProvider[]): DynamicModule {
    return {
      module: SamlAuthModule,
      imports: [PassportModule],
      providers: [Clock, SamlFlow, SamlStrategy, ServiceProvider, SignOn, ...ports],
      exports: [SamlFlow, ServiceProvider],
    };
  }
}
