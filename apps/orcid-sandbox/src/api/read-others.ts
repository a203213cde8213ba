import { EXTERNAL_ID_TYPES } from '../model/external-id-type.ts';
import { CLIENT } from '../model/client.ts';
import { RECORD_SUMMARY } from '../model/record-summary.ts';
import { recordSummaryTree } from '../view/record-summary-tree.ts';
import { requireScope, requireTokenFor } from './access.ts';
import { type Answer, shown, written } from './answer.ts';
import { callerOf } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';
import { type Handler } from './read-record.ts';
import { openRecord } from './record-gate.ts';

/** Public data only, so any token of the record will do; here the scope is tested before the record's state. */
export const readSummary: Handler = (call) => {
  if (call.host === 'api') requireScope(callerOf(call), '/read-public');
  const record = openRecord(call);
  if (call.host === 'api') requireTokenFor(record, callerOf(call));
  return shown(RECORD_SUMMARY, recordSummaryTree(call, record));
};

export const readClient: Handler = (call) => {
  if (call.host === 'api') requireScope(callerOf(call), '/read-public');
  const id = call.params['client'] ?? '';
  const client = call.registry.clients.find(id);
  if (client === undefined) throw new OrcidError(9027, { params: { client: id } });
  return shown(CLIENT, { name: client.name, description: client.description });
};

const plain = (value: unknown): Answer => written(JSON.stringify(value));

export const readStatus: Handler = () => plain({ tomcatUp: true });

export const readApiStatus: Handler = () =>
  plain({ tomcatUp: true, dbConnectionOk: true, readOnlyDbConnectionOk: true, overallOk: true });

/** The public API lists the types that an external identifier may have. */
export const readIdentifierTypes: Handler = () =>
  plain(
    [...EXTERNAL_ID_TYPES.values()].map(({ name, description, resolutionPrefix, caseSensitive }) => ({
      name,
      description,
      'resolution-prefix': resolutionPrefix,
      deprecated: false,
      'case-sensitive': caseSensitive,
      'primary-use': 'work',
    })),
  );
