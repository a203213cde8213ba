import type { UnlistedWord } from '@ligature/orcid-model';
import { isNothing, isObject } from './json.ts';
import { UnreadableError } from './unreadable.error.ts';
import { fault, type Wire } from './wire.ts';

export interface TextRule {
  /** Most characters ORCID takes. */
  readonly max?: number;
  /** How it must look, and how to say so: “must be …”. */
  readonly form?: { test(text: string): boolean };
  readonly called?: string;
}

/** A text. `"x"` and `{"value":"x"}` read alike, as they do at ORCID. */
export function text({ max = Infinity, form, called = 'in another form' }: TextRule = {}): Wire<string> {
  return {
    write: (value) => value,
    read: readText,
    nothing: () => '',
    faults: (value: unknown) => {
      if (typeof value !== 'string' || value.trim() === '') return [fault('', 'must not be empty')];
      if (value.length > max) return [fault('', `must have at most ${max.toLocaleString('en')} characters`)];
      return form === undefined || form.test(value) ? [] : [fault('', `must be ${called}`)];
    },
  };
}

/** A text that ORCID wants wrapped: `{"value":"x"}`. */
export function wrapped(rule: TextRule = {}): Wire<string> {
  return { ...text(rule), write: (value) => ({ value }) };
}

/** A word of a list. What ORCID may add to the list one day is read as it is. */
export function word<const List extends readonly string[]>(list: List): Wire<List[number] | UnlistedWord> {
  const called = list.length > 12 ? 'a word of ORCID’s list' : `one of: ${list.join(', ')}`;
  return text({ form: { test: (value) => list.includes(value) }, called });
}

function readText(json: unknown): string | undefined {
  const value = isObject(json) && 'value' in json ? json['value'] : json;
  if (isNothing(value)) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new UnreadableError('a text');
}
