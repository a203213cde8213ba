import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { OrcidOauthFlow } from './orcid-oauth-flow.ts';

@Module({})
export class OrcidOauthModule {
  /** @param ports the app's `AuthorizationStore` and `ClientCredentialsSource` */
  static with(ports: Provider[]): DynamicModule {
    return {
      module: OrcidOauthModule,
      imports: [OrcidClientModule],
      providers: [Clock, OrcidOauthFlow, ...ports],
      exports: [OrcidOauthFlow],
    };
  }
}
