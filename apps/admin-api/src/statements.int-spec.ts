import { randomUUID } from 'node:crypto';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { type Institution, RecordItem } from '@ligature/persistence';
import {
  aConnection,
  anAssertion,
  anInstitution,
  anOrcidClient,
  aPerson,
  aStaffId,
} from '@ligature/persistence/testing';
import { AdminApiInTest } from './testing/admin-api-in-test.ts';

const PEOPLE = 'people(first: 100) { items { displayName staffIds connection { orcid items { state } } } }';

describe('one question to the admin API', () => {
  let api: AdminApiInTest;
  let people = 0;

  beforeAll(async () => {
    api = await AdminApiInTest.start();
  });

  afterAll(() => api.close());

  /** Somebody who is connected, with two jobs on their record. */
  const addPerson = async (institution: Institution, client: ReturnType<typeof anOrcidClient>): Promise<void> => {
    const serial = ++people;
    const personKey = String(serial);
    const person = aPerson(institution);
    const connection = aConnection(person, client, { orcid: anOrcidId(serial) });
    const assertions = ['A-1', 'A-2'].map((rowKey) => anAssertion(person, { personKey, rowKey }));
    const items = assertions.map(
      ({ id: assertionId }) =>
        new RecordItem({
          institutionId: institution.id,
          connectionId: connection.id,
          assertionId,
          section: 'employment',
          selfId: randomUUID(),
          orcidClientId: client.id,
        }),
    );
    await api.store(person, aStaffId(person, personKey), connection, ...assertions, ...items);
  };
  const institutionOf = async (size: number): Promise<string> => {
    const institution = anInstitution();
    const client = anOrcidClient(institution);
    await api.store(institution, client);
    for (let at = 0; at < size; at++) await addPerson(institution, client);
    return api.key(institution);
  };

  it('reads people, connections, staff ids and items in one statement each, however many there are', async () => {
    const counts: number[] = [];
    for (const size of [1, 12]) {
      const key = await institutionOf(size);
      const answer = await api.ask(key, `{ ${PEOPLE} }`);
      const person = {
        staffIds: [expect.any(String)],
        connection: { items: [{ state: 'WANTED' }, { state: 'WANTED' }] },
      };
      const expected = Array.from(
        { length: size },
        () => expect.objectContaining({ displayName: 'Ada Example' }) as object,
      );
      expect(answer).toEqual({ data: { people: { items: expected } } });
      expect(answer).toMatchObject({ data: { people: { items: Array.from({ length: size }, () => person) } } });
      expect({
        keys: api.reads('access_key'),
        people: api.reads('person'),
        connections: api.reads('connection'),
        staffIds: api.reads('person_staff_id'),
        items: api.reads('record_item'),
      }).toEqual({ keys: 1, people: 1, connections: 1, staffIds: 1, items: 1 });
      counts.push(api.statements.length);
    }
    expect(counts).toEqual([5, 5]);
  });

  it('reads the institution only when it is asked for, and once however often', async () => {
    const key = await institutionOf(2);
    const institutionReads = () =>
      api.statements.filter((sql) => /\bfrom "?institution"?(?![\w"])/.test(sql) && !/access_key/.test(sql));
    await api.ask(key, `{ ${PEOPLE} }`);
    expect(institutionReads()).toEqual([]);
    const answer = await api.ask(key, `{ institution { name } again: institution { id rorId } ${PEOPLE} }`);
    expect(answer).toMatchObject({ data: { institution: { name: 'Example University' }, again: {} } });
    expect(institutionReads()).toHaveLength(1);
    expect(api.statements).toHaveLength(6);
  });
});
