import { type Viewer } from '../api/viewer.ts';
import { type Tree } from '../shape/shape.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { activitiesTree } from './activities-tree.ts';
import { personTree } from './person-tree.ts';
import { type ViewContext } from './view-context.ts';
import { orcidIdentifier } from './source-tree.ts';

/** `GET /{orcid}` and `GET /{orcid}/record`. */
export function recordTree(context: ViewContext, record: OrcidRecord, viewer: Viewer): Tree {
  return {
    'orcid-identifier': orcidIdentifier(context, record.orcid),
    preferences: { locale: record.profile.locale },
    history: historyTree(record),
    person: personTree(context, record, viewer),
    'activities-summary': activitiesTree(context, record, viewer),
    path: `/${record.orcid}`,
  };
}

function historyTree({ profile, created, modified }: OrcidRecord): Tree {
  const verified = profile.emails.filter((email) => email.verified);
  return {
    'creation-method': profile.state.kind === 'unclaimed' ? 'API' : 'DIRECT',
    'submission-date': { value: created },
    'last-modified-date': { value: modified },
    claimed: profile.state.kind !== 'unclaimed',
    'verified-email': verified.length > 0,
    'verified-primary-email': verified.some((email) => email.primary),
  };
}
