import { GraphQLError } from 'graphql';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor names the last row of a page. It is opaque to callers so that it may hold something else one day. */
export function toCursor(id: string): string {
  return Buffer.from(`id:${id}`).toString('base64url');
}

/** @throws GraphQLError when it is not a cursor of ours */
export function fromCursor(cursor: string | null | undefined): string | undefined {
  if (cursor == null) return undefined;
  const [, id] = /^id:(.*)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id !== undefined && UUID.test(id)) return id;
  throw new GraphQLError('"after" is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
}
