import { EXTERNAL_ID_RELATIONSHIPS, type ExternalId } from '@ligature/orcid-model';
import { list } from './list.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { text, word, wrapped } from './text.wire.ts';
import { WEB_ADDRESS } from './web-address.wire.ts';
import { fault, type Fault } from './wire.ts';

/** An identifier. Its type is free here: ORCID's list of types grows, and ORCID checks it. */
export const externalId = object<ExternalId>({
  type: at('external-id-type', text()),
  value: at('external-id-value', text()),
  url: maybe('external-id-url', wrapped(WEB_ADDRESS)),
  relationship: at('external-id-relationship', word(EXTERNAL_ID_RELATIONSHIPS)),
});

export const externalIds = list(externalId);

/** Where ORCID asks for one identifier at least (error 9023). */
export const someExternalIds = list(externalId, { min: 1 });

/** Peer reviews and research resources: a version of something needs the thing itself beside it (error 9023). */
export function versionRule(ids: readonly ExternalId[]): Fault[] {
  const hasVersion = ids.some(({ relationship }) => relationship === 'version-of');
  return hasVersion && !hasSelf(ids) ? [fault('externalIds', 'needs a `self` identifier beside `version-of`')] : [];
}

export function hasSelf(ids: readonly ExternalId[]): boolean {
  return ids.some(({ relationship }) => relationship === 'self');
}
