import { incidentId } from '@ligature/runtime';
import { Logger } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';

const logger = new Logger('GraphQL');

/** Faults of the question: their message is meant for whoever asked. */
const MEANT_FOR_CALLERS = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
]);

/** Shows faults of the question as they are, and of everything else only a code under which the log has the rest. */
export function maskErrors(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = formatted.extensions?.['code'] as string | undefined;
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (code !== undefined && MEANT_FOR_CALLERS.has(code))
    return { message: messageOf(formatted), ...place, extensions: { code } };
  const incident = incidentId();
  logger.error({ err: error, incident });
  return { message: 'Something went wrong here.', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', incident } };
}

/** class-validator's reasons stand under Nest's own exception. */
function messageOf({ message, extensions }: GraphQLFormattedError): string {
  const reasons = (extensions?.['originalError'] as { message?: string | string[] } | undefined)?.message;
  return Array.isArray(reasons) ? reasons.join('; ') : (reasons ?? message);
}
