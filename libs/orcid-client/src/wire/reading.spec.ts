import { ALL_SECTIONS, type ContentOf, parsePutCode, sameContent, type Section } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import fc from 'fast-check';
import { ANY_CONTENT } from '../testing/arbitraries.ts';
import { orcidRecord, person } from './record.wire.ts';
import { readItems, readRecordItems } from './listed-items.wire.ts';
import { SECTION_WIRES } from './section-wires.ts';
import { readSeen } from './seen.wire.ts';
import { UnreadableError } from './unreadable.error.ts';
import type { Wire } from './wire.ts';

const EMPLOYMENTS = SECTION_WIRES.employment;

describe('what is written', () => {
  /** Null where nothing is, as ORCID answers. */
  const asAnswered = (body: unknown): unknown =>
    JSON.parse(JSON.stringify({ 'put-code': 7, path: '/x', url: null, 'department-name': null, ...(body as object) }));
  const readsBack = <T>(wire: Wire<T>, any: fc.Arbitrary<T>) =>
    fc.assert(fc.property(any, (value) => expect(wire.read(asAnswered(wire.write(value)))).toEqual(value)));

  const wireOf = (section: Section): Wire<ContentOf> => SECTION_WIRES[section].content;
  const anyOf = (section: Section): fc.Arbitrary<ContentOf> => ANY_CONTENT[section];

  it.each(ALL_SECTIONS)('reads back as the same value, for every value of the section %s', (section) => {
    readsBack(wireOf(section), anyOf(section));
  });

  it.each(ALL_SECTIONS)('says the same as before it was written (section %s)', (section) => {
    const wire = wireOf(section);
    fc.assert(
      fc.property(anyOf(section), anyOf(section), (a, b) => {
        expect(sameContent(section, wire.read(asAnswered(wire.write(a)))!, a)).toBe(true);
        expect(sameContent(section, a, b)).toBe(sameContent(section, b, a));
      }),
    );
  });
});

describe('an item that ORCID shows', () => {
  const client = { 'source-client-id': { path: 'APP-1' }, 'source-name': { value: 'Example University' } };

  it('has its put-code, source, visibility and times', () => {
    const seen = readSeen(SECTION_WIRES.keyword.content, {
      'put-code': 7,
      content: 'pots',
      visibility: 'limited',
      source: { 'source-orcid': null, ...client, 'assertion-origin-client-id': null },
      'created-date': { value: 1_767_225_600_000 },
      'last-modified-date': { value: 1_767_225_700_000 },
    });
    expect(seen).toEqual({
      putCode: parsePutCode('7'),
      content: 'pots',
      visibility: 'limited',
      source: { clientId: 'APP-1', name: 'Example University' },
      createdAt: new Date(1_767_225_600_000),
      changedAt: new Date(1_767_225_700_000),
    });
  });

  it('names whom it was written for', () => {
    const orcid = anOrcidId();
    const source = { ...client, 'assertion-origin-orcid': { path: orcid }, 'assertion-origin-name': { value: 'Ada' } };
    expect(readSeen(SECTION_WIRES.keyword.content, { 'put-code': 7, source })).toMatchObject({
      source: { clientId: 'APP-1', origin: { orcid, name: 'Ada' } },
    });
  });

  it('may lack everything but its put-code', () => {
    for (const nothing of [undefined, null, '']) {
      const seen = readSeen(SECTION_WIRES.work.content, {
        'put-code': 7,
        title: nothing,
        type: nothing,
        'external-ids': nothing,
      });
      expect(seen.content).toEqual({ title: '', type: '', externalIds: [], contributors: [] });
    }
    expect(() => readSeen(SECTION_WIRES.work.content, { title: null })).toThrow(UnreadableError);
  });

  it('may say things that this version does not know', () => {
    const seen = readSeen(SECTION_WIRES.work.content, {
      'put-code': 7,
      type: 'hologram',
      visibility: 'galaxy',
      mood: { value: 'good' },
      'external-ids': { 'external-id': [{ 'external-id-type': 'x', 'external-id-relationship': 'cousin' }] },
    });
    expect(seen).toMatchObject({
      visibility: 'galaxy',
      content: { type: 'hologram', externalIds: [{ relationship: 'cousin' }] },
    });
  });

  it('may have a single value for a list, a bare text for a wrapped one, and a date that only half makes sense', () => {
    const seen = readSeen(EMPLOYMENTS.content, {
      'put-code': '7',
      url: 'https://people.example.edu',
      'external-ids': { 'external-id': { 'external-id-value': 'only' } },
      'start-date': { year: { value: '2021' }, month: null, day: { value: '05' } },
      'end-date': { year: null, month: { value: '03' } },
    });
    expect(seen.content).toEqual({
      kind: 'employment',
      organization: { name: '' },
      url: 'https://people.example.edu',
      externalIds: [{ type: '', value: 'only', relationship: '' }],
      start: { year: 2021 },
    });
  });

  it.each([
    ['a text in place of the item', 'maintenance'],
    ['a list in place of the item', []],
    ['no put-code', {}],
    ['a put-code that is none', { 'put-code': -1 }],
    ['an object in place of a text', { 'put-code': 1, 'role-title': { html: 'x' } }],
    ['a text in place of an object', { 'put-code': 1, organization: 'CalTech' }],
    ['a text in place of a time', { 'put-code': 1, 'created-date': { value: 'today' } }],
  ])('is not guessed from %s', (_, json) => {
    expect(() => readSeen(EMPLOYMENTS.content, json)).toThrow(UnreadableError);
  });
});

describe('a list', () => {
  const item = (putCode: number, name = 'employment-summary') => ({ [name]: { 'put-code': putCode } });

  it('may be empty in each of ORCID’s ways', () => {
    for (const empty of [{ 'affiliation-group': [] }, { 'affiliation-group': null }]) {
      expect(readItems('employment', empty)).toEqual([]);
    }
  });

  it('has all items of all groups in order', () => {
    const list = { 'affiliation-group': [{ summaries: [item(3), item(1)] }, { summaries: [item(2)] }] };
    expect(readItems('employment', list).map(({ putCode }) => putCode)).toEqual(['3', '1', '2']);
    const reviewed = { 'peer-review-summary': [{ 'put-code': 4, 'completion-date': { year: { value: '2024' } } }] };
    const reviews = { group: [{ 'peer-review-group': [reviewed] }] };
    expect(readItems('peer-review', reviews)).toMatchObject([{ putCode: '4', content: { completed: { year: 2024 } } }]);
  });

  it.each([
    null,
    'text',
    {},
    { error: 'x' },
    { 'affiliation-group': [{ summaries: [{ 'employment-summary': 'x' }] }] },
  ])('is not read from %j', (json) => {
    expect(() => readItems('employment', json)).toThrow(UnreadableError);
  });
});

describe('the items of a record', () => {
  it('are read from both of its halves, each with its section and its own identifiers', () => {
    const ids = {
      'external-id': [{ 'external-id-type': 'doi', 'external-id-value': 'x', 'external-id-relationship': 'self' }],
    };
    const works = { group: [{ 'work-summary': [{ 'put-code': 1, 'external-ids': ids }] }] };
    const addresses = { address: [{ 'put-code': 2, country: { value: 'DE' } }] };
    expect(readRecordItems({ 'activities-summary': { works, educations: null }, person: { addresses } })).toMatchObject(
      [
        { section: 'work', putCode: '1', selfIds: ['x'] },
        { section: 'address', putCode: '2', selfIds: [], content: 'DE' },
      ],
    );
  });

  const activities = { employments: null };
  const person = { addresses: null };

  it('are none where a list of each half is named and nothing is in it', () => {
    expect(readRecordItems({ 'activities-summary': activities, person })).toEqual([]);
  });

  it.each([
    { person },
    { 'activities-summary': activities },
    { 'activities-summary': null, person },
    { 'activities-summary': activities, person: {} },
    { 'activities-summary': {}, person },
    { 'activities-summary': { employments: {} }, person },
    {},
    null,
    [],
  ])('are not taken for none when a half of the record is missing, or names no list: %j', (json) => {
    expect(() => readRecordItems(json)).toThrow(UnreadableError);
  });
});

describe('a record', () => {
  it('may show nothing but whose it is', () => {
    const orcid = anOrcidId();
    expect(orcidRecord.read({ 'orcid-identifier': { path: orcid }, person: null })).toEqual({
      orcid,
      history: { isClaimed: false, hasVerifiedEmail: false, hasVerifiedPrimaryEmail: false },
      person: { emails: [], items: [] },
      activities: [],
    });
    expect(() => orcidRecord.read({})).toThrow(UnreadableError);
  });

  it('has the name as far as it is public', () => {
    const name = { 'given-names': { value: 'Ada' }, 'family-name': null, 'credit-name': null, visibility: 'public' };
    expect(person.read({ name })?.name).toEqual({ given: 'Ada', visibility: 'public' });
    expect(person.read({ name: null })?.name).toBeUndefined();
  });
});
