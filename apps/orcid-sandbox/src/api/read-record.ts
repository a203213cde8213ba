import { ACTIVITIES_SUMMARY, RECORD } from '../model/record-documents.ts';
import { BIOGRAPHY, EMAILS, PERSON, PERSONAL_DETAILS } from '../model/person.ts';
import { type Section } from '../model/sections.ts';
import { type Document, type Tree } from '../shape/shape.ts';
import { activitiesTree, activityListTree } from '../view/activities-tree.ts';
import { itemTree } from '../view/item-tree.ts';
import { biographyTree, emailsTree, personalDetailsTree, personListTree, personTree } from '../view/person-tree.ts';
import { recordTree } from '../view/record-tree.ts';
import { type ViewContext } from '../view/view-context.ts';
import { type Item } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Answer, shown } from './answer.ts';
import { type ApiCall, callerOf, putCodeOf } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';
import { openRecord } from './record-gate.ts';
import { MemberViewer, PublicViewer, type Viewer } from './viewer.ts';

export type Handler = (call: ApiCall) => Answer;

/** Whose eyes the call reads with; the owner of the token is checked here, after the record's state. */
export function viewerOf(call: ApiCall, record: OrcidRecord): Viewer {
  return call.host === 'pub' ? new PublicViewer() : new MemberViewer(record, callerOf(call));
}

type View = (context: ViewContext, record: OrcidRecord, viewer: Viewer) => Tree;

export const whole =
  (document: Document, view: View): Handler =>
  (call) => {
    const record = openRecord(call);
    return shown(document, view(call, record, viewerOf(call, record)));
  };

export const readRecord = whole(RECORD, recordTree);
export const readPerson = whole(PERSON, personTree);
export const readPersonalDetails = whole(PERSONAL_DETAILS, personalDetailsTree);
export const readEmails = whole(EMAILS, emailsTree);
export const readActivities = whole(ACTIVITIES_SUMMARY, activitiesTree);

export const readBiography: Handler = (call) => {
  const record = openRecord(call);
  const { biography } = record.profile;
  if (biography === undefined) throw new OrcidError(9041);
  const viewer = viewerOf(call, record);
  refuseHidden(viewer.whyHidden(biography, '/orcid-bio/read-limited'));
  return shown(BIOGRAPHY, biographyTree(record, viewer) ?? {});
};

export const readList = (section: Section): Handler =>
  section.kind === 'activity'
    ? whole(section.list, (context, record, viewer) => activityListTree(context, record, section, viewer))
    : whole(section.list, (context, record, viewer) => personListTree(context, record, section, viewer));

export const readItem =
  (section: Section, document: Document): Handler =>
  (call) => {
    const putCode = putCodeOf(call);
    const record = openRecord(call);
    const item = itemIn(record, section, putCode);
    refuseHidden(viewerOf(call, record).whyHidden(item, section.scopes.read));
    return shown(document, itemTree(call, record.orcid, item));
  };

/** A put-code of another record or type is unknown here. */
export function itemIn(record: OrcidRecord, section: Section, putCode: number): Item {
  const item = record.item(putCode);
  if (item?.section !== section.name) throw new OrcidError(9016);
  return item;
}

function refuseHidden(code: ReturnType<Viewer['whyHidden']>): void {
  if (code !== undefined) throw new OrcidError(code);
}
