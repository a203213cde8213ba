import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Access, requireScope } from './access.ts';
import { type Answer, created, GONE } from './answer.ts';
import { type ApiCall, callerOf } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';
import { type Handler } from './read-record.ts';

const LONGEST_URI = 1000;

/** `PUT /{orcid}/webhook/{uri}`: 201 when new, 204 when the pair was there, whoever registered it. */
export const registerWebhook: Handler = (call): Answer => {
  const { record, access, uri } = open(call);
  const { webhooks } = call.registry;
  if (webhooks.find(record.orcid, uri) !== undefined) return GONE;
  webhooks.put({
    orcid: record.orcid,
    uri,
    clientId: access.client.id,
    registered: call.registry.now(),
    seenRevision: record.revision,
    failures: 0,
  });
  call.registry.changed();
  return created(call.publicUrl);
};

export const unregisterWebhook: Handler = (call): Answer => {
  const { record, access, uri } = open(call);
  const webhook = call.registry.webhooks.find(record.orcid, uri);
  if (webhook === undefined) throw new OrcidError(9028, { params: { orcid: record.orcid, uri } });
  if (webhook.clientId !== access.client.id) throw new OrcidError(9014);
  call.registry.webhooks.remove(webhook);
  call.registry.changed();
  return GONE;
};

/** Scope, then the URI, then only that the record exists (S: WebhooksServiceDelegatorImpl). */
function open(call: ApiCall): { record: OrcidRecord; access: Access; uri: string } {
  const access = callerOf(call);
  requireScope(access, '/webhook');
  const uri = call.params['uri'] ?? '';
  if (!URL.canParse(uri) || uri.length > LONGEST_URI) {
    throw new OrcidError(9012, { detail: `Webhook uri:${uri} is syntactically incorrect` });
  }
  const record = call.registry.record(call.params['orcid'] ?? '');
  if (record === undefined) throw new OrcidError(9011);
  return { record, access, uri };
}
