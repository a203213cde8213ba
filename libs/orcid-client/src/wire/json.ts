import { UnreadableError } from './unreadable.error.ts';

export type Json = Readonly<Record<string, unknown>>;

export function isNothing(json: unknown): json is null | undefined | '' {
  return json === undefined || json === null || json === '';
}

export function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** @throws UnreadableError when it is not an object */
export function objectIn(json: unknown): Json {
  if (isObject(json)) return json;
  throw new UnreadableError('an object');
}

/** ORCID takes and may show one object for a list of one, and null for none. */
export function listIn(json: unknown): readonly unknown[] {
  if (isNothing(json)) return [];
  return Array.isArray(json) ? json : [json];
}

/** What stands at a path; nothing when a part of the way is missing. */
export function at(json: unknown, path: readonly string[]): unknown {
  let found = json;
  for (const key of path) {
    if (isNothing(found)) return undefined;
    found = objectIn(found)[key];
  }
  return found;
}

/** All that stands at the end of a path of lists, in order. */
export function allAt(json: unknown, path: readonly string[]): readonly unknown[] {
  let found: readonly unknown[] = [objectIn(json)];
  for (const key of path) found = found.flatMap((member) => listIn(objectIn(member)[key]));
  return found;
}
