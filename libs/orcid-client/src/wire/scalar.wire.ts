import { isOrcidId, type OrcidId, parsePutCode, type PutCode } from '@ligature/orcid-model';
import { isNothing, isObject } from './json.ts';
import { UnreadableError } from './unreadable.error.ts';
import { readOnly, type Wire } from './wire.ts';

/** A moment: `{"value":1700000000000}`, or the bare number in notifications. */
export const time: Wire<Date> = scalar('a time', (value) => (typeof value === 'number' ? new Date(value) : undefined));

export const count: Wire<number> = scalar('a number', (value) => (typeof value === 'number' ? value : undefined), 0);

export const flag: Wire<boolean> = scalar(
  'true or false',
  (value) => (typeof value === 'boolean' ? value : undefined),
  false,
);

export const putCode: Wire<PutCode> = scalar('a put-code', (value) => {
  const isWhole = (typeof value === 'number' || typeof value === 'string') && /^[1-9]\d{0,18}$/.test(String(value));
  return isWhole ? parsePutCode(value) : undefined;
});

/** The iD in any of ORCID's ways to name a person: bare, or `{"uri", "path", "host"}`. */
export const orcidId: Wire<OrcidId> = {
  ...scalar('an ORCID iD', (value) => (typeof value === 'string' && isOrcidId(value) ? value : undefined)),
  read: (json) => {
    const named = isObject(json) ? (json['path'] ?? lastPart(json['uri'])) : json;
    return typeof named === 'string' && isOrcidId(named) ? named : undefined;
  },
};

function lastPart(uri: unknown): unknown {
  return typeof uri === 'string' ? uri.split('/').at(-1) : undefined;
}

/** What is read only: ORCID sets it. Without `otherwise` it must be there where it is required. */
function scalar<T>(called: string, parse: (value: unknown) => T | undefined, otherwise?: T): Wire<T> {
  const fail = (): never => {
    throw new UnreadableError(called);
  };
  return readOnly({
    read: (json) => {
      const value = isObject(json) ? json['value'] : json;
      return isNothing(value) ? undefined : (parse(value) ?? fail());
    },
    nothing: () => otherwise ?? fail(),
  });
}
