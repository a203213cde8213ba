import { at as jsonAt, isNothing, isObject, type Json, objectIn } from './json.ts';
import { fault, type Fault, readRequired, type Wire } from './wire.ts';

export interface Member<T, Optional extends boolean> {
  readonly path: readonly string[];
  readonly wire: Wire<T>;
  readonly isOptional: Optional;
}

export type Members<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Member<Exclude<T[K], undefined>, true> : Member<T[K], false>;
};

/** @param path where the member stands on the wire, e.g. `title.translated-title`; empty: beside the others */
export function at<T>(path: string, wire: Wire<T>): Member<T, false> {
  return { path: keysOf(path), wire, isOptional: false };
}

export function maybe<T>(path: string, wire: Wire<T>): Member<T, true> {
  return { path: keysOf(path), wire, isOptional: true };
}

/** A value with members, each named in our words and placed in ORCID's. */
export function object<T extends object>(members: Members<T>): Wire<T> {
  const all = Object.entries(members) as [keyof T & string, Member<unknown, boolean>][];
  return {
    write: (value) => {
      const json = {};
      for (const [name, { path, wire }] of all) {
        if (value[name] !== undefined) place(json, path, wire.write(value[name]));
      }
      return json;
    },
    read: (json) => (isNothing(json) ? undefined : (readMembers(objectIn(json), all) as T)),
    nothing: () => readMembers({}, all) as T,
    faults: (value: unknown) => {
      if (!isObject(value)) return [fault('', 'must be an object')];
      const known = all.flatMap(([name, member]) => faultsOf(name, member, value[name]));
      return [...known, ...unknownIn(value, members)];
    },
  };
}

function readMembers(json: object, members: readonly [string, Member<unknown, boolean>][]): object {
  const value: Record<string, unknown> = {};
  for (const [name, { path, wire, isOptional }] of members) {
    const found = jsonAt(json, path);
    const read = isOptional ? wire.read(found) : readRequired(wire, found);
    if (!isOptional || !isEmpty(read)) value[name] = read;
  }
  return value;
}

/** An object of optional members that are all missing is missing itself. */
function isEmpty(value: unknown): boolean {
  return value === undefined || (isObject(value) && !(value instanceof Date) && Object.keys(value).length === 0);
}

function faultsOf(name: string, { wire, isOptional }: Member<unknown, boolean>, value: unknown): readonly Fault[] {
  if (value === undefined) return isOptional ? [] : [fault(name, 'is required')];
  return wire
    .faults(value)
    .map(({ at, problem }) => fault(at === '' || at.startsWith('[') ? name + at : `${name}.${at}`, problem));
}

/** What has no place on the wire would be lost without a word. */
function unknownIn(value: Json, members: object): Fault[] {
  const names = Object.keys(value).filter((name) => value[name] !== undefined && !Object.hasOwn(members, name));
  return names.map((name) => fault(name, 'is not known here'));
}

function place(json: object, path: readonly string[], value: unknown): void {
  if (value === undefined) return;
  const [key, ...rest] = path;
  if (key === undefined) Object.assign(json, value);
  else if (rest.length === 0) Object.assign(json, { [key]: value });
  else {
    const inner = (json as Record<string, object>)[key] ?? {};
    Object.assign(json, { [key]: inner });
    place(inner, rest, value);
  }
}

function keysOf(path: string): readonly string[] {
  return path === '' ? [] : path.split('.');
}
