import { type Seen, VISIBILITIES } from '@ligature/orcid-model';
import { at, maybe, object } from './object.wire.ts';
import { putCode, time } from './scalar.wire.ts';
import { itemSource } from './source.wire.ts';
import { word } from './text.wire.ts';
import { readRequired, type Wire } from './wire.ts';

/** What says when and for whom something is shown. */
export const shown = {
  visibility: maybe('visibility', word(VISIBILITIES)),
  createdAt: maybe('created-date', time),
  changedAt: maybe('last-modified-date', time),
} as const;

const envelope = object<Omit<Seen<never>, 'content'>>({
  putCode: at('put-code', putCode),
  source: at('source', itemSource),
  ...shown,
});

/** Reads an item of a record with what ORCID adds to it. @throws UnreadableError */
export function readSeen<T>(content: Wire<T>, json: unknown): Seen<T> {
  return { ...readRequired(envelope, json), content: readRequired(content, json) };
}
