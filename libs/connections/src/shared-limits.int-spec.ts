import { orcidConfigs } from './index.ts';
import { OrcidClient, OrcidClientConfig } from '@ligature/orcid-client';
import { OrcidDouble } from '@ligature/orcid-client/testing';
import { affiliationItem, Secret } from '@ligature/orcid-model';
import { anEmployment, anOrcidId } from '@ligature/orcid-model/testing';
import { RateSlots, WriteLeases } from '@ligature/persistence';
import { TestModule } from '@ligature/persistence/testing';
import { ConnectionsModule } from './connections.module.ts';

describe('processes that speak to ORCID', () => {
  let orcid: OrcidDouble;
  let app: TestModule;
  const access = { orcid: anOrcidId(), token: new Secret('access-token', 'tok') };
  const created = { status: 201, headers: { Location: 'https://api/x/employment/7' } };

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    app = await TestModule.start({ imports: [ConnectionsModule], configs: orcidConfigs, env: orcid.env });
  });

  beforeEach(() => void orcid.seen.splice(0));

  afterAll(async () => {
    await app.close();
    await orcid.stop();
  });

  it('give a record back when they are done with it', async () => {
    const another = { ...access, orcid: anOrcidId(2) };
    const { api } = app.get(OrcidClientConfig);
    orcid.willAnswer(created);
    await app.get(OrcidClient).items.create(another, affiliationItem(anEmployment()));
    expect(await app.get(WriteLeases).take(`${api}/${another.orcid}`, 'another process', 1)).toBe(true);
  });

  it('write to a record one at a time', async () => {
    const { api } = app.get(OrcidClientConfig);
    const [leases, client] = [app.get(WriteLeases), app.get(OrcidClient)];
    await leases.take(`${api}/${access.orcid}`, 'another process', 60_000);
    await expect(
      client.items.create(access, affiliationItem(anEmployment()), { deadlineMs: 300 }),
    ).rejects.toMatchObject({
      code: 'rate-limited',
    });
    expect(orcid.seen).toEqual([]);
  });

  it('send nothing in slots that others have, and give up without an effect when none is free in time', async () => {
    const { api } = app.get(OrcidClientConfig);
    await app.get(RateSlots).holdBack(api, 60_000);
    await expect(app.get(OrcidClient).status.read({ deadlineMs: 300 })).rejects.toMatchObject({
      code: 'rate-limited',
    });
    expect(orcid.seen).toEqual([]);
  });
});
