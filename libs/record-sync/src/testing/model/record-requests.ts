import { type Answer, failure, half, refusal, shown } from './answers.ts';
import { MODEL_SECTIONS, type ModelSectionName } from './sections.ts';
import type { Json, SimulatedRecord } from './simulated-record.ts';

/** A call that may be made on this record. */
export interface RecordRequest {
  readonly method: string;
  readonly client: string;
  readonly segment: string;
  readonly section: ModelSectionName | undefined;
  readonly putCode: string | undefined;
  readonly body: string;
  readonly now: number;
}

/** Does what is asked of a record. */
export function carryOut(record: SimulatedRecord, request: RecordRequest, nextPutCode: () => string): Answer {
  const { method, section, segment, putCode } = request;
  if (method === 'GET') return read(record, request);
  if (section === undefined) return failure(404, 9001);
  if (method === 'POST' && segment === 'works') return createMany(record, request, nextPutCode);
  if (method === 'POST') return create(record, { ...request, section }, nextPutCode);
  return change(record, { ...request, section, putCode: putCode ?? '' });
}

function read(record: SimulatedRecord, { segment, section, putCode, now }: RecordRequest): Answer {
  const items = record.readAt(now);
  if (segment === 'record') {
    return { status: 200, body: { 'activities-summary': half('activities', items), person: half('person', items) } };
  }
  if (segment === 'address') return { status: 200, body: { address: [] } };
  if (section === undefined) return failure(404, 9001);
  const own = items.filter((item) => item.section === section);
  if (putCode === undefined) return { status: 200, body: MODEL_SECTIONS[section].list(own.map(shown)) };
  const found = own.find((item) => item.putCode === putCode);
  return found === undefined ? failure(404, 9016) : { status: 200, body: shown(found) };
}

type Of<R> = R & { readonly section: ModelSectionName };

function create(
  record: SimulatedRecord,
  { section, segment, client, body }: Of<RecordRequest>,
  next: () => string,
): Answer {
  const written = record.create(section, client, JSON.parse(body) as Json, next());
  if (written.kind !== 'done') return refusal(written, isPersonal(section));
  return { status: 201, location: `https://api/x/${segment}/${written.putCode}` };
}

function createMany(record: SimulatedRecord, { client, body }: RecordRequest, next: () => string): Answer {
  const { bulk } = JSON.parse(body) as { readonly bulk: readonly { readonly work: Json }[] };
  const answers = bulk.map(({ work }) => {
    const written = record.create('work', client, work, next());
    if (written.kind !== 'done') return { error: refusal(written, false).body };
    return { work: { ...work, 'put-code': Number(written.putCode) } };
  });
  return { status: 200, body: { bulk: answers } };
}

function change(record: SimulatedRecord, request: Of<RecordRequest> & { readonly putCode: string }): Answer {
  const { method, section, client, putCode, body } = request;
  const written =
    method === 'PUT'
      ? record.replace(section, client, JSON.parse(body) as Json, putCode)
      : record.remove(section, client, putCode);
  if (written.kind !== 'done') return refusal(written, isPersonal(section));
  return method === 'PUT' ? { status: 200, body: {} } : { status: 204 };
}

function isPersonal(section: ModelSectionName): boolean {
  return MODEL_SECTIONS[section].half === 'person';
}
