import { type OrganizationSettings } from '../settings/settings.ts';
import { type Tree } from '../shape/shape.ts';
import { displayIndexOfNew, type Source } from './item.ts';
import { domainOf } from './orcid-connections.ts';
import { type OrcidRecord } from './orcid-record.ts';
import { type Registry } from './registry.ts';

export interface AffiliationOffer {
  readonly organization: OrganizationSettings;
  /** The address that tells where the person belongs. */
  readonly address: string;
}

/**
 * What ORCID offers people with a verified address at a known institution and no employment, once, at a sign-in inside
 * OAuth (NG: login-affiliation-interstitials-manager.service.ts). So the client finds a twin of what it is about to add.
 */
export function offeredAffiliation(registry: Registry, record: OrcidRecord): AffiliationOffer | undefined {
  if (record.profile.affiliationOffered === true || record.itemsIn('employment').length > 0) return undefined;
  const verified = record.profile.emails.filter((email) => email.verified);
  return verified
    .map(({ address }) => ({ organization: registry.organizations.ofDomain(domainOf(address)), address }))
    .find((offer): offer is AffiliationOffer => offer.organization !== undefined);
}

/** The person has seen the offer, and is not shown it again. */
export function closeOffer(registry: Registry, record: OrcidRecord): void {
  record.redefine({ ...record.profile, affiliationOffered: true }, registry.now());
  registry.changed();
}

/** The person says yes: an employment that they assert themselves. */
export function acceptOffer(
  registry: Registry,
  record: OrcidRecord,
  { organization }: AffiliationOffer,
  more: Tree,
): void {
  const now = registry.now();
  const source: Source = { kind: 'person', orcid: record.orcid };
  record.put({
    putCode: registry.nextPutCode(),
    section: 'employment',
    content: { ...more, organization: organizationTree(organization) },
    source,
    visibility: record.profile.defaultVisibility,
    displayIndex: displayIndexOfNew(source),
    created: now,
    modified: now,
  });
  registry.changed();
}

function organizationTree({ name, city, region, country, identifiers }: OrganizationSettings): Tree {
  const [preferred] = [...identifiers].sort((a, b) => Number(b.source === 'ROR') - Number(a.source === 'ROR'));
  return {
    name,
    address: { ...(city === '' ? {} : { city }), ...(region === undefined ? {} : { region }), country },
    ...(preferred === undefined
      ? {}
      : {
          'disambiguated-organization': {
            'disambiguated-organization-identifier': preferred.value,
            'disambiguation-source': preferred.source,
          },
        }),
  };
}
