import { type Institution, type Person, Plan, PlanRepository, RecordItem } from '@ligature/persistence';
import { aConnection, anAssertion, anInstitution, anOrcidClient, aPerson } from '@ligature/persistence/testing';
import { EntityManager, MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { PortalInTest } from '../testing/portal-in-test.ts';

const HOST = 'localhost:3000';
const UNUSED = 'http://127.0.0.1:9';

describe('changes to records that wait for a decision', () => {
  let portal: PortalInTest;
  let institution: Institution;
  let person: Person;

  beforeAll(async () => {
    portal = await PortalInTest.start({
      PORTAL_URL: `http://${HOST}`,
      ORCID_SITE_URL: UNUSED,
      ORCID_API_URL: `${UNUSED}/api`,
    });
    institution = anInstitution();
    person = aPerson(institution);
    await portal.store(institution);
    await portal.store(person);
  });

  afterAll(() => portal.close());

  const hold = async (): Promise<void> => {
    const client = anOrcidClient(institution);
    const connection = aConnection(person, client);
    const assertion = anAssertion(person);
    const { id: connectionId, institutionId, orcidClientId } = connection;
    const ids = { institutionId, connectionId, orcidClientId, assertionId: assertion.id };
    const item = new RecordItem({ ...ids, section: 'employment', selfId: 'ours' });
    const plan = new Plan({ institutionId, state: 'held', limit: 3, createdAt: new Date('2026-03-01T12:00:00Z') });
    await portal.store(client, connection, assertion, item, plan);
    const step = { itemId: item.id, action: 'remove', risk: 'removed', contentHash: null } as const;
    await RequestContext.create(portal.app.get(MikroORM).em, () =>
      portal.app.get(PlanRepository).addSteps(plan, [step], null),
    );
  };

  const seen = async () => {
    const admin = await portal.session(institution.id, {
      personId: person.id,
      roles: ['administrator'],
      csrfToken: 't',
    });
    const page = await portal.get('/administration', HOST, admin);
    const health = await portal.get('/health/ready', HOST);
    return { status: page.status, page: page.text, concerns: JSON.stringify(health.body) };
  };

  it('show on the administration page and in the health of the service, and only while there are any', async () => {
    const before = await seen();
    expect(before.status).toBe(200);
    expect(before.page).not.toContain('wait for a decision');
    expect(before.concerns).not.toContain('wait for a decision');

    await hold();
    const during = await seen();
    expect(during.page).toContain('Waiting since 1 March 2026 at 13:00 CET. Changes: 1. People: 1.');
    expect(during.page).toContain('Items to be removed: 1');
    expect(during.concerns).toContain('institutions with changes to records that wait for a decision: 1');

    await portal.app.get(EntityManager).fork().nativeUpdate(Plan, { state: 'held' }, { state: 'rejected' });
    expect((await seen()).concerns).not.toContain('wait for a decision');
  });
});
