import { ConnectionsModule, orcidConfigs } from '@ligature/connections';
import { DatabaseModule, PersistenceConfig } from '@ligature/persistence';
import { Clock, type ConfigClass, ConfigModule, type Configs, LoggingConfig, LoggingModule } from '@ligature/runtime';
import { HealthModule, WebConfig } from '@ligature/web';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { Authenticator } from './access/authenticator.ts';
import { PermissionGuard } from './access/permission.guard.ts';
import { AdminApiConfig } from './admin-api.config.ts';
import { AdminReadiness } from './admin-readiness.ts';
import { ConnectionMapper } from './connections/connection.mapper.ts';
import { GraphqlFaultFilter } from './graphql-fault.filter.ts';
import { graphqlOptions } from './graphql-options.ts';
import { LoaderFactory } from './loaders.ts';
import { RequestModule } from './request.module.ts';
import { resolvers } from './resolvers.ts';

/** What the admin API reads from its environment. */
export const adminApiConfigs: readonly ConfigClass[] = [
  LoggingConfig,
  WebConfig,
  PersistenceConfig,
  ...orcidConfigs,
  AdminApiConfig,
];

/** The app for administrators and scripts. */
@Module({})
export class AdminApiModule {
  static with(configs: Configs): DynamicModule {
    return {
      module: AdminApiModule,
      imports: [
        ConfigModule.with(configs),
        LoggingModule.named('admin-api'),
        DatabaseModule,
        ConnectionsModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [RequestModule],
          inject: [AdminApiConfig, Authenticator, LoaderFactory],
          useFactory: graphqlOptions,
        }),
        HealthModule.for(AdminReadiness),
      ],
      providers: [
        Clock,
        ConnectionMapper,
        ...resolvers,
        { provide: APP_FILTER, useClass: GraphqlFaultFilter },
        { provide: APP_GUARD, useClass: PermissionGuard },
      ],
    };
  }
}
