import { GraphQLError } from 'graphql';

const STATUS = { UNAUTHENTICATED: 401, FORBIDDEN: 403 } as const;

/** An answer to somebody who may not ask. */
export function refusal(code: keyof typeof STATUS, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: STATUS[code] } } });
}
