import { type Tree } from '../shape/shape.ts';

/** A list was last modified when its newest member was; an empty one never. */
export function latest(instants: readonly number[]): Tree {
  return instants.length === 0 ? {} : { 'last-modified-date': { value: Math.max(...instants) } };
}
