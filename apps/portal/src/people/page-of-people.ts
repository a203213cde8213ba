import type { PersonRow } from '@ligature/persistence';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface PageOfPeople {
  readonly people: readonly PersonRow[];
  /** Behind whom the next page begins, when there is one: for the address. */
  readonly next?: string;
}

/** @param after as the address has it; what is no id begins at the first page */
export async function pageOfPeople(
  after: unknown,
  size: number,
  find: (keys: { readonly afterId: string | undefined; readonly limit: number }) => Promise<readonly PersonRow[]>,
): Promise<PageOfPeople> {
  const afterId = typeof after === 'string' && UUID.test(after) ? after : undefined;
  const found = await find({ afterId, limit: size + 1 });
  const people = found.slice(0, size);
  const last = found.length > size ? people.at(-1) : undefined;
  return { people, ...(last !== undefined && { next: last.id }) };
}
