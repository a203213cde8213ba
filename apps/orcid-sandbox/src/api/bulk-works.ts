import { SECTIONS } from '../model/sections.ts';
import { type Document, type Tree, type TreeValue } from '../shape/shape.ts';
import { itemTree } from '../view/item-tree.ts';
import { grants } from '../oauth/scopes.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Access } from './access.ts';
import { shown } from './answer.ts';
import { type ApiCall } from './api-call.ts';
import { type Dialect } from './dialect.ts';
import { OrcidError } from './orcid-error.ts';
import { type Handler, viewerOf } from './read-record.ts';
import { refuseOverfull } from './overfull.ts';
import { openRecord } from './record-gate.ts';
import { type Viewer } from './viewer.ts';
import { addItem, openForWriting } from './write-item.ts';

const WORK = SECTIONS.work;

/** `GET /{orcid}/works/1,2,3`: what was found first, then an error for each that is missing; always 200. */
export const readBulk =
  (document: Document): Handler =>
  (call) => {
    const record = openRecord(call);
    const putCodes = putCodesOf(call);
    const viewer = viewerOf(call, record);
    refuseBlind(call);
    const found = putCodes.filter((putCode) => record.item(Number(putCode))?.section === 'work');
    const missing = putCodes.filter((putCode) => !found.includes(putCode));
    return shown(document, {
      bulk: [
        ...found.map((putCode) => readOne(call, record, viewer, Number(putCode))),
        ...missing.map((putCode) =>
          errorElement(new OrcidError(9034, { detail: `'${putCode}' is not a valid put code` })),
        ),
      ],
    });
  };

function putCodesOf(call: ApiCall): string[] {
  const putCodes = (call.params['putCodes'] ?? '').split(',').filter((text) => text !== '');
  const { bulk: max } = call.registry.settings.limits;
  if (putCodes.length > max) throw new OrcidError(9042, { params: { max: String(max) } });
  if (!putCodes.every((putCode) => /^\d{1,15}$/.test(putCode))) throw new OrcidError(9006);
  return putCodes;
}

/** Some right to read there must be, or there is no point in going through the works one by one. */
function refuseBlind({ host, access }: ApiCall): void {
  if (host === 'pub' || access === undefined) return;
  const { scopes } = access.token;
  if (!grants(scopes, WORK.scopes.read) && !grants(scopes, '/read-public')) throw new OrcidError(9038);
}

/** A work that the caller may not see stays in its place, as an error (S: checkAndFilter of WorkBulk). */
function readOne(call: ApiCall, record: OrcidRecord, viewer: Viewer, putCode: number): Tree {
  const item = record.item(putCode);
  if (item === undefined) return {};
  const hidden = viewer.whyHidden(item, WORK.scopes.read);
  if (hidden === undefined) return { work: itemTree(call, record.orcid, item) };
  return errorElement(new OrcidError(hidden === 9038 ? 9013 : hidden));
}

/** `POST /{orcid}/works`: each element is tried by itself; 200 does not mean that all were stored. */
export const createBulk =
  (document: Document, dialect: Dialect): Handler =>
  (call) => {
    // JSON bulks have no schema at ORCID, so that the codes of the rules appear (S: JSONInputValidator).
    const body = call.body.read(document, { lenientJson: true });
    const { record, access } = openForWriting(call, [WORK.scopes.create, WORK.scopes.update]);
    const elements = (body['bulk'] ?? []) as TreeValue[];
    refuseTooMany(call, record, elements.length);
    return shown(document, {
      bulk: elements.map((element) => createOne(call, record, dialect, element as Tree, access)),
    });
  };

function refuseTooMany(call: ApiCall, record: OrcidRecord, count: number): void {
  const { bulk } = call.registry.settings.limits;
  if (count > bulk) {
    throw new OrcidError(9006, { detail: `You are allowed to add up to ${bulk} elements per request.` });
  }
  refuseOverfull(call, record, count);
}

function createOne(call: ApiCall, record: OrcidRecord, dialect: Dialect, element: Tree, access: Access): Tree {
  const work = element['work'];
  if (work === undefined) return element;
  try {
    return { work: itemTree(call, record.orcid, addItem(call, record, dialect, work as Tree, access)) };
  } catch (error) {
    if (error instanceof OrcidError) return errorElement(error);
    throw error;
  }
}

function errorElement(error: OrcidError): Tree {
  return { error: error.toTree() };
}
