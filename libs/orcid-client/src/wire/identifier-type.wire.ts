import { listIn, objectIn } from './json.ts';
import { at, maybe, object } from './object.wire.ts';
import { flag } from './scalar.wire.ts';
import { text } from './text.wire.ts';
import { UnreadableError } from './unreadable.error.ts';
import { readRequired } from './wire.ts';

/** A type that an external identifier may have. */
export interface IdentifierType {
  /** What `ExternalId` calls it: `doi`. */
  readonly name: string;
  /** In the language that was asked for. */
  readonly description: string;
  /** What makes an address of a value when it is put before it. */
  readonly resolutionPrefix?: string;
  readonly isCaseSensitive: boolean;
  readonly isDeprecated: boolean;
}

const identifierType = object<IdentifierType>({
  name: at('name', text()),
  description: at('description', text()),
  resolutionPrefix: maybe('resolution-prefix', text()),
  isCaseSensitive: at('case-sensitive', flag),
  isDeprecated: at('deprecated', flag),
});

/** @throws UnreadableError also when there is none: ORCID has some */
export function readIdentifierTypes(json: unknown): IdentifierType[] {
  const types = listIn(json).map((one) => readRequired(identifierType, objectIn(one)));
  if (types.length === 0) throw new UnreadableError('a list of identifier types');
  return types;
}
