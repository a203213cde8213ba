import type { Affiliation, Work } from '@ligature/orcid-model';
import {
  aFunding,
  anEmployment,
  anOrganization,
  aPeerReview,
  aPermissionNotification,
  aResearchResource,
  aWork,
} from '@ligature/orcid-model/testing';
import { permissionNotification } from './notification.wire.ts';
import { peerReviewGroup } from './peer-review-group.wire.ts';
import { address, keyword, personIdentifier, researcherUrl } from './person-item.wire.ts';
import { SECTION_WIRES } from './section-wires.ts';
import type { Wire } from './wire.ts';

const problems = <T>(wire: Wire<T>, value: T) => wire.faults(value).map(({ at, problem }) => `${at} ${problem}`.trim());
const employment = (given: Partial<Affiliation>) => problems(SECTION_WIRES.employment.content, anEmployment(given));
const membership = (given: Partial<Affiliation>) =>
  problems(SECTION_WIRES.membership.content, anEmployment({ kind: 'membership', ...given }));
const work = (given: Partial<Work>) => problems(SECTION_WIRES.work.content, aWork(given));
const { identifier, ...unknown } = anOrganization();
const self = (type: string) => ({ type, value: 'x', relationship: 'self' }) as const;

describe('before it is sent', () => {
  it.each([
    [
      'an employment without city and country',
      () => employment({ organization: { name: 'X', ...(identifier && { identifier }) } }),
      ['organization.city is required', 'organization.country is required'],
    ],
    [
      'an employment at an organisation without identifier',
      () => employment({ organization: unknown }),
      ['organization.identifier is required'],
    ],
    [
      'a country that is none',
      () => employment({ organization: anOrganization({ country: 'UK' }) }),
      ['organization.country must be a country of ISO 3166-1, such as GB'],
    ],
    [
      'a ROR id with a wrong checksum',
      () =>
        employment({
          organization: anOrganization({ identifier: { registry: 'ROR', value: 'https://ror.org/05dxps056' } }),
        }),
      ['organization.identifier.value must be a ROR id such as https://ror.org/05dxps055'],
    ],
    ['an end before the start', () => employment({ end: { year: 2020 } }), ['end must not be before the start']],
    [
      'a day that does not exist',
      () => employment({ end: { year: 2023, month: 2, day: 29 } }),
      [expect.stringContaining('end "2023-02-29" is not a date')],
    ],
    [
      'a department beyond 4,000 characters',
      () => employment({ department: 'x'.repeat(4001) }),
      ['department must have at most 4,000 characters'],
    ],
    ['an empty role', () => employment({ role: ' ' }), ['role must not be empty']],
    [
      'a membership at an organisation known by name only',
      () => membership({ organization: { name: 'X' }, externalIds: [] }),
      ['externalIds needs at least one where the organisation has no identifier'],
    ],
    [
      'a city without a country',
      () => membership({ organization: { name: 'X', city: 'Hannover' } }),
      ['organization.country is required with a city or region'],
    ],
    ['a work without title', () => work({ title: '' }), ['title must not be empty']],
    [
      'a work of no known type',
      () => work({ type: 'hologram' as Work['type'] }),
      ['type must be a word of ORCID’s list'],
    ],
    ['a work without identifiers', () => work({ externalIds: [] }), ['externalIds needs at least one']],
    [
      'a work without one of its own',
      () => work({ externalIds: [{ type: 'issn', value: '0264-3561', relationship: 'part-of' }] }),
      ['externalIds needs a `self` identifier'],
    ],
    [
      'a work paid for by a book',
      () => work({ externalIds: [self('doi'), { type: 'isbn', value: '1', relationship: 'funded-by' }] }),
      ['externalIds[1].type must be one of: grant_number, proposal-id, uri, doi'],
    ],
    [
      'an identifier without a value',
      () => work({ externalIds: [{ ...self('doi'), value: '' }] }),
      ['externalIds[0].value must not be empty'],
    ],
    [
      'a role in no list',
      () => work({ contributors: [{ role: 'boss' as 'author' }] }),
      ['contributors[0].role must be a word of ORCID’s list'],
    ],
    [
      'a language spelled out',
      () => work({ language: 'english' }),
      ['language must be a language code such as `de` or `zh_CN`'],
    ],
    [
      'a funder that ORCID cannot know',
      () => problems(SECTION_WIRES.funding.content, aFunding({ organization: unknown })),
      ['organization.identifier is required'],
    ],
    [
      'an amount in words',
      () => problems(SECTION_WIRES.funding.content, aFunding({ amount: { value: 'a lot', currency: 'EUR' } })),
      ['amount.value must be decimal digits such as 250000.00'],
    ],
    [
      'a currency by its sign',
      () => problems(SECTION_WIRES.funding.content, aFunding({ amount: { value: '1', currency: '€' } })),
      ['amount.currency must be a currency of ISO 4217, such as EUR'],
    ],
    [
      'a funding that ends without having begun',
      () => problems(SECTION_WIRES.funding.content, aFunding({ end: { year: 2024 } })),
      ['start is required when there is an end'],
    ],
    [
      'a version of a review without the review',
      () =>
        problems(
          SECTION_WIRES['peer-review'].content,
          aPeerReview({ externalIds: [{ ...self('doi'), relationship: 'version-of' }] }),
        ),
      ['externalIds needs a `self` identifier beside `version-of`'],
    ],
    [
      'a group that is none',
      () => problems(SECTION_WIRES['peer-review'].content, aPeerReview({ groupId: '0264-3561' })),
      ['groupId must be a group id such as issn:0264-3561'],
    ],
    [
      'a resource without hosts',
      () => problems(SECTION_WIRES['research-resource'].content, aResearchResource({ hosts: [] })),
      ['hosts needs at least one'],
    ],
    [
      'a resource with eleven hosts',
      () =>
        problems(
          SECTION_WIRES['research-resource'].content,
          aResearchResource({ hosts: Array.from({ length: 11 }, () => anOrganization()) }),
        ),
      ['hosts must have at most 10'],
    ],
    [
      'a resource of nothing',
      () => problems(SECTION_WIRES['research-resource'].content, aResearchResource({ items: [] })),
      ['items needs at least one'],
    ],
    ['an address that is no country', () => problems(address, 'EU'), ['must be a country of ISO 3166-1, such as GB']],
    ['a keyword beyond 255 characters', () => problems(keyword, 'x'.repeat(256)), ['must have at most 255 characters']],
    [
      'a page beyond 2,000 characters',
      () => problems(researcherUrl, { url: `https://x/${'x'.repeat(2000)}` }),
      ['url must have at most 2,000 characters'],
    ],
    [
      'an identifier of a person without a page',
      () => problems(personIdentifier, self('profile')),
      ['url is required'],
    ],
    [
      'a group of no known type',
      () => problems(peerReviewGroup, { id: 'issn:0264-3561', name: 'J', description: 'D', type: 'club' as 'journal' }),
      [
        'type must be one of: publisher, institution, journal, conference, newspaper, newsletter, magazine, peer-review service',
      ],
    ],
    [
      'a notification of nothing',
      () => problems(permissionNotification, aPermissionNotification({ items: [] })),
      ['items needs at least one'],
    ],
    [
      'a notification that leads nowhere',
      () => problems(permissionNotification, aPermissionNotification({ authorization: 'orcid' })),
      ['authorization must be a whole address, or a path of ORCID’s site'],
    ],
  ])('%s is found', (_, faults, expected) => {
    expect(faults()).toEqual(expected);
  });

  it('a member that is missing is found, though its type said it cannot be', () => {
    expect(problems(SECTION_WIRES.work.content, { ...aWork(), title: undefined as unknown as string })).toEqual([
      'title is required',
    ]);
    expect(problems(SECTION_WIRES.work.content, aWork({ title: 7 as unknown as string }))).toEqual([
      'title must not be empty',
    ]);
  });

  it('a membership without place, identifier and dates is enough, with an identifier of its own', () => {
    expect(membership({ organization: { name: 'A Board' } })).toEqual([]);
  });
});
