import type { Affiliation, AffiliationKind } from '@ligature/orcid-model';
import { externalIds } from './external-id.wire.ts';
import { date } from './date.wire.ts';
import { isObject } from './json.ts';
import { at, maybe, object } from './object.wire.ts';
import { identifierRule, organization } from './organization.wire.ts';
import { orderRule } from './period.rules.ts';
import { text, wrapped } from './text.wire.ts';
import { WEB_ADDRESS } from './web-address.wire.ts';
import { fault, type Fault, type Wire, withRules } from './wire.ts';

const LONG = { max: 4000 } as const;

/** All seven kinds have one shape (common-3.0.xsd, affiliation). */
const members = object<Omit<Affiliation, 'kind'>>({
  organization: at('organization', organization),
  department: maybe('department-name', text(LONG)),
  role: maybe('role-title', text(LONG)),
  start: maybe('start-date', date),
  end: maybe('end-date', date),
  url: maybe('url', wrapped(WEB_ADDRESS)),
  externalIds: at('external-ids.external-id', externalIds),
});

export function affiliation(kind: AffiliationKind): Wire<Affiliation> {
  const isPosition = kind === 'employment' || kind === 'education';
  const placeRules = isPosition ? positionRules : professionalRules;
  const anything: Wire<unknown> = members;
  const ofKind: Wire<Affiliation> = {
    ...members,
    read: (json) => {
      const read = members.read(json);
      return read && { kind, ...read };
    },
    nothing: () => ({ kind, ...members.nothing() }),
    faults: (value: unknown) => {
      if (!isObject(value)) return [fault('', 'must be an object')];
      const { kind: given, ...others } = value;
      const faults = anything.faults(others);
      return given === kind ? faults : [fault('kind', `must be ${kind}`), ...faults];
    },
  };
  return withRules(ofKind, (value) => [...placeRules(value), ...orderRule(value)]);
}

/** Errors 9060 and 9045. */
function positionRules({ organization: at }: Affiliation): Fault[] {
  const missing = (['city', 'country'] as const).filter((name) => at[name] === undefined);
  const faults = [...missing.map((name) => fault(name, 'is required')), ...identifierRule(at)];
  return faults.map((found) => fault(`organization.${found.at}`, found.problem));
}

/** Errors 9062 and 9061. */
function professionalRules({ organization: at, externalIds: ids }: Affiliation): Fault[] {
  const isAnchored = at.identifier !== undefined || ids.length > 0;
  const isPlaced = at.country !== undefined || (at.city === undefined && at.region === undefined);
  return [
    ...(isAnchored ? [] : [fault('externalIds', 'needs at least one where the organisation has no identifier')]),
    ...(isPlaced ? [] : [fault('organization.country', 'is required with a city or region')]),
  ];
}
