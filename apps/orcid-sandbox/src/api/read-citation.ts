import { SECTIONS } from '../model/sections.ts';
import { cslTree } from '../view/csl-tree.ts';
import { displayName } from '../view/public-name.ts';
import { written } from './answer.ts';
import { putCodeOf } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';
import { type Handler, itemIn, viewerOf } from './read-record.ts';
import { openRecord } from './record-gate.ts';

/** `GET /{orcid}/work/{put-code}` with `Accept: application/vnd.citationstyles.csl+json`, at the public API only. */
export const readCitation: Handler = (call) => {
  const putCode = putCodeOf(call);
  const record = openRecord(call);
  const item = itemIn(record, SECTIONS.work, putCode);
  const hidden = viewerOf(call, record).whyHidden(item, SECTIONS.work.scopes.read);
  if (hidden !== undefined) throw new OrcidError(hidden);
  return written(JSON.stringify(cslTree(item.content, displayName(record.profile))));
};
