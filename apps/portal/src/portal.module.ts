import { CodeExchanges, ConnectionsModule, orcidConfigs, OrcidSite } from '@ligature/connections';
import { PeopleModule } from '@ligature/people';
import { OrcidOauthModule } from '@ligature/orcid-oauth';
import { AuthorizationStore, ClientCredentialsSource } from '@ligature/orcid-oauth';
import { DatabaseModule, PersistenceConfig } from '@ligature/persistence';
import { RecordViewModule } from '@ligature/record-sync';
import { type ConfigClass, ConfigModule, type Configs, LoggingConfig, LoggingModule } from '@ligature/runtime';
import { LogoutStore, ProviderDirectory, SamlAuthConfig, SamlAuthModule, SignOnStore } from '@ligature/saml-auth';
import { HealthModule, PublicUrlConfig, SessionConfig, WebConfig } from '@ligature/web';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AdministrationController } from './administration/administration.controller.tsx';
import { HintedPeople } from './administration/hinted-people.ts';
import { AssetsController } from './assets/assets.controller.ts';
import { Authorizations } from './connect/authorizations.ts';
import { CallbackController } from './connect/callback.controller.ts';
import { ConfirmController } from './connect/confirm.controller.tsx';
import { ConnectNotice } from './connect/connect-notice.tsx';
import { ConnectController } from './connect/connect.controller.tsx';
import { DeniedController } from './connect/denied.controller.tsx';
import { ConnectionController } from './connection/connection.controller.tsx';
import { DisconnectController } from './connection/disconnect.controller.tsx';
import { DiscoveryController } from './discovery/discovery.controller.tsx';
import { Discovery } from './discovery/discovery.ts';
import { HomeController } from './home/home.controller.tsx';
import { Pages } from './pages/pages.ts';
import { PeopleController } from './people/people.controller.tsx';
import { PortalProblemFilter } from './problem/portal-problem.filter.tsx';
import { MetadataController } from './sign-in/metadata.controller.ts';
import { SignInRefusal } from './sign-in/sign-in-refusal.tsx';
import { SignInController } from './sign-in/sign-in.controller.tsx';
import { SignOutController } from './sign-out/sign-out.controller.tsx';
import { Tenants } from './visitor/tenants.ts';
import { Visitors } from './visitor/visitors.ts';
import { PortalReadiness } from './wiring/portal-readiness.ts';
import { PostgresAuthorizationStore } from './wiring/postgres-authorization-store.ts';
import { PostgresLogoutStore } from './wiring/postgres-logout-store.ts';
import { PostgresSignOnStore } from './wiring/postgres-sign-on-store.ts';
import { StoredClientCredentials } from './wiring/stored-client-credentials.ts';
import { StoredProviderDirectory } from './wiring/stored-provider-directory.ts';

/** What the portal reads from its environment. */
export const portalConfigs: readonly ConfigClass[] = [
  LoggingConfig,
  WebConfig,
  PublicUrlConfig,
  SessionConfig,
  PersistenceConfig,
  SamlAuthConfig,
  ...orcidConfigs,
];

/** The app for researchers: one portal for each institution, told apart by host name. */
@Module({})
export class PortalModule {
  static with(configs: Configs): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        ConfigModule.with(configs),
        LoggingModule.named('portal'),
        DatabaseModule,
        ConnectionsModule,
        PeopleModule,
        RecordViewModule,
        SamlAuthModule.with([
          { provide: SignOnStore, useClass: PostgresSignOnStore },
          { provide: LogoutStore, useClass: PostgresLogoutStore },
          { provide: ProviderDirectory, useClass: StoredProviderDirectory },
        ]),
        OrcidOauthModule.with([
          CodeExchanges,
          { provide: AuthorizationStore, useClass: PostgresAuthorizationStore },
          { provide: ClientCredentialsSource, useClass: StoredClientCredentials },
          OrcidSite,
        ]),
        HealthModule.for(PortalReadiness),
      ],
      controllers: [
        HomeController,
        DiscoveryController,
        SignInController,
        SignOutController,
        MetadataController,
        ConnectController,
        CallbackController,
        ConfirmController,
        DeniedController,
        ConnectionController,
        DisconnectController,
        PeopleController,
        AdministrationController,
        AssetsController,
      ],
      providers: [
        Authorizations,
        ConnectNotice,
        Discovery,
        HintedPeople,
        Pages,
        SignInRefusal,
        Tenants,
        Visitors,
        { provide: APP_FILTER, useClass: PortalProblemFilter },
      ],
    };
  }
}
