import { Secret } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { ClientRefusals } from '../client-refusals.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { OrcidClientRepository } from '../repositories/orcid-client.repository.ts';
import { aConnection, anInstitution, anOrcidClient, aPerson, TestModule } from '../testing/index.ts';
import { Concerns } from './concerns.ts';

const LOST = '2019';

describe('what somebody should look after', () => {
  let app: TestModule;
  const institution = anInstitution();
  const client = anOrcidClient(institution);

  beforeAll(async () => {
    app = await TestModule.start({ env: { LOST_TOKEN_KEYS: LOST } });
    await app.store(institution, client);
  });

  afterAll(() => app.close());

  const list = () => app.request(() => app.get(Concerns).list());
  const execute = (sql: string, values: unknown[] = []) => app.get(EntityManager).fork().execute(sql, values);
  const sealedBy = (kid: string) =>
    JSON.stringify({ protected: Buffer.from(JSON.stringify({ kid })).toString('base64url') });

  it('is nothing while all is well', async () => {
    expect(await list()).toEqual([]);
  });

  it('are people whose key is lost, as long as they are connected', async () => {
    const person = aPerson(institution);
    const connection = aConnection(person, client);
    await app.store(person, connection);
    await execute(`update connection set access_token = ? where id = ?`, [sealedBy('2026'), connection.id]);
    expect(await list()).toEqual([]);
    await execute(`update connection set access_token = ? where id = ?`, [sealedBy(LOST), connection.id]);
    expect(await list()).toEqual(['people who must connect again, since the key of their permission is lost: 1']);
    await execute(`update connection set ended_at = now(), ended_by = 'disconnected' where id = ?`, [connection.id]);
    expect(await list()).toEqual([]);
  });

  it('is a client secret whose key is lost', async () => {
    await execute(`update orcid_client set client_secret = ?`, [sealedBy(LOST)]);
    expect(await list()).toEqual([
      'ORCID client secrets whose key is lost: 1 (scheduler: configure, with ORCID_CLIENT_SECRET)',
    ]);
    await execute(`update orcid_client set client_secret = ?`, [sealedBy('2026')]);
  });

  it('are clients that ORCID refuses, until it accepts them again, or they have another secret', async () => {
    const refusals = app.get(ClientRefusals);
    const concern = 'ORCID clients that ORCID refuses: 1 (scheduler: configure, with ORCID_CLIENT_SECRET)';
    await refusals.refused(client.clientId);
    await refusals.refused(client.clientId);
    await refusals.refused('APP-NOBODYS000000000');
    expect(await list()).toEqual([concern]);
    await refusals.accepted(client.clientId);
    expect(await list()).toEqual([]);
    await refusals.refused(client.clientId);
    await app.request(async () => {
      const clients = app.get(OrcidClientRepository);
      const found = await clients.get(client.id);
      await clients.keepSecret(found, 'local', new Secret('client-secret', 'another'));
      await app.get(EntityManager).flush();
    });
    expect(await list()).toEqual([]);
  });

  it('are jobs that nobody tries any more', async () => {
    const queue = app.get(JobQueue);
    await queue.enqueue('check-now', { connectionId: 'c' }, { institutionId: institution.id, key: 'c' });
    await queue.drain('check-now', () => Promise.reject(new Error('no')));
    expect(await list()).toEqual(['jobs that are not tried any more: 1 (scheduler: failed-jobs)']);
  });
});
