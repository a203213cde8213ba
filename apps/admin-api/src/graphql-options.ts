import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Request } from 'express';
import type { Authenticator } from './access/authenticator.ts';
import type { AdminApiConfig } from './admin-api.config.ts';
import type { AdminContext } from './admin-context.ts';
import type { LoaderFactory } from './loaders.ts';
import { maskErrors } from './mask-errors.ts';

/**
 * Questions larger than what an admin screen or script needs are refused before they are worked on. Tokens are counted by
 * graphql-js: the armor's own count parses outside of Apollo's parsing, which then takes any question that it cannot parse
 * for a fault of the server (HTTP 500).
 */
const LONGEST_QUESTION = { maxTokens: 1000 };
const armor = new ApolloArmor({
  maxDepth: { n: 8 },
  maxAliases: { n: 15 },
  maxTokens: { enabled: false },
  costLimit: { enabled: false },
});

/** GraphQL over POST and JSON only, described by the code, with loaders of its own for every request. */
export function graphqlOptions(
  config: AdminApiConfig,
  authenticator: Authenticator,
  loaders: LoaderFactory,
): Omit<ApolloDriverConfig, 'driver'> {
  const { plugins, validationRules } = armor.protect();
  return {
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    introspection: config.introspection,
    graphiql: false,
    playground: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: LONGEST_QUESTION,
    plugins: plugins as unknown as NonNullable<ApolloDriverConfig['plugins']>,
    validationRules,
    formatError: maskErrors,
    context: async ({ req }: { req: Request }): Promise<AdminContext> => {
      const principal = await authenticator.principal(req);
      return { principal, loaders: loaders.create(principal) };
    },
  };
}
