import { randomUUID } from 'node:crypto';
import { parsePutCode } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { type Institution, type ItemState, type OrcidClient, RecordItem } from '@ligature/persistence';
import { aConnection, anAssertion, anInstitution, anOrcidClient, aPerson } from '@ligature/persistence/testing';
import { PortalInTest } from '../testing/portal-in-test.ts';

const [HOST, OTHER_HOST] = ['localhost:3000', 'other.example.edu'];
const UNUSED = 'http://127.0.0.1:9';
const CSRF = 'a token of this session';

describe('“Add it again”', () => {
  let portal: PortalInTest;
  let institution: Institution;
  let other: Institution;
  const clients = new Map<string, OrcidClient>();
  let iDs = 0;

  beforeAll(async () => {
    portal = await PortalInTest.start({
      PORTAL_URL: `http://${HOST}`,
      ORCID_SITE_URL: UNUSED,
      ORCID_API_URL: `${UNUSED}/api`,
    });
    [institution, other] = [anInstitution(), anInstitution({ publicUrl: `http://${OTHER_HOST}` })];
    await portal.store(institution, other);
    for (const one of [institution, other]) {
      const client = anOrcidClient(one);
      clients.set(one.id, client);
      await portal.store(client);
    }
  });

  afterAll(() => portal.close());

  /** Somebody who is signed in and connected, with one item in the given state. */
  const somebody = async (of: Institution, state: ItemState = 'removedByOwner') => {
    const person = aPerson(of);
    const client = clients.get(of.id)!;
    const connection = aConnection(person, client, { orcid: anOrcidId(++iDs) });
    const personKey = String(iDs);
    const assertion = anAssertion(person, { personKey });
    const item = new RecordItem({
      institutionId: of.id,
      connectionId: connection.id,
      assertionId: assertion.id,
      section: 'employment',
      selfId: randomUUID(),
      orcidClientId: client.id,
    });
    item.adopt(parsePutCode('4711'));
    item.state = state;
    await portal.store(person, connection, assertion, item);
    const cookie = await portal.session(of.id, { personId: person.id, csrfToken: CSRF });
    return { connectionId: connection.id, itemId: item.id, cookie };
  };
  const press = async (itemId: string, cookie: object, { host = HOST, csrf = CSRF } = {}): Promise<number> =>
    (await portal.post(`/connection/items/${itemId}/add-again`, host, { _csrf: csrf }, { ...cookie })).status;
  const itemOf = ({ itemId }: { itemId: string }) =>
    portal.query(`select state, put_code as "putCode" from record_item where id = ?`, [itemId]);
  const jobsOf = ({ connectionId }: { connectionId: string }) =>
    portal.query(`select group_id as group from pgboss.job where name = 'sync-record' and singleton_key = ?`, [
      connectionId,
    ]);
  const saidOf = ({ itemId }: { itemId: string }) =>
    portal.query(`select actor, action from audit_event where subject_id = ?`, [itemId]);
  const expectUntouched = async (one: Awaited<ReturnType<typeof somebody>>, state = 'removedByOwner') => {
    expect(await itemOf(one)).toEqual([{ state, putCode: '4711' }]);
    expect(await jobsOf(one)).toEqual([]);
    expect(await saidOf(one)).toEqual([]);
  };

  it('has what its owner took off the record written anew, as a wish of theirs', async () => {
    const ada = await somebody(institution);
    expect(await press(ada.itemId, ada.cookie)).toBe(303);
    expect(await itemOf(ada)).toEqual([{ state: 'wanted', putCode: null }]);
    expect(await jobsOf(ada)).toEqual([{ group: institution.id }]);
    expect(await saidOf(ada)).toEqual([{ actor: 'person', action: 'item.allowed-again' }]);
  });

  it('changes nothing of somebody else’s, of this institution or another, though their item is named', async () => {
    const [ada, bob, eve] = [await somebody(institution), await somebody(institution), await somebody(other)];
    for (const victim of [bob, eve]) {
      await press(victim.itemId, ada.cookie);
      await expectUntouched(victim);
    }
    await expectUntouched(ada);
  });

  it('does nothing at the host of another institution than the one where somebody signed in', async () => {
    const ada = await somebody(institution);
    await press(ada.itemId, ada.cookie, { host: OTHER_HOST });
    await expectUntouched(ada);
  });

  it('does nothing without the token of the page', async () => {
    const ada = await somebody(institution);
    expect(await press(ada.itemId, ada.cookie, { csrf: 'forged' })).toBe(403);
    await expectUntouched(ada);
  });

  it.each(['present', 'missing', 'notOurs', 'withdrawn'] as const)(
    'does nothing with an item that is %s',
    async (state) => {
      const ada = await somebody(institution, state);
      await press(ada.itemId, ada.cookie);
      await expectUntouched(ada, state);
    },
  );

  it('does nothing for an id that is no item’s, or no id', async () => {
    const ada = await somebody(institution);
    expect(await press(randomUUID(), ada.cookie)).toBe(303);
    expect(await press('1', ada.cookie)).toBe(400);
    await expectUntouched(ada);
  });
});
