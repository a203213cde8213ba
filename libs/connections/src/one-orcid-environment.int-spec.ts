import { orcidConfigs } from './index.ts';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { ConnectionsModule } from './connections.module.ts';
import { OneOrcidEnvironment } from './one-orcid-environment.ts';

describe('a process', () => {
  let app: TestModule;

  beforeAll(async () => {
    const env = { ORCID_ENVIRONMENT: 'sandbox' };
    app = await TestModule.start({ imports: [ConnectionsModule], configs: orcidConfigs, env });
  });

  afterAll(() => app.close());

  it('starts on a database of its own ORCID environment', async () => {
    await app.store(anInstitution({ orcidEnvironment: 'sandbox' }));
    await expect(app.get(OneOrcidEnvironment).onApplicationBootstrap()).resolves.toBeUndefined();
  });

  it('does not start on a database of another, and names the institution and the variable', async () => {
    await app.store(anInstitution({ orcidEnvironment: 'production', slug: 'the-real-one' }));
    await expect(app.get(OneOrcidEnvironment).onApplicationBootstrap()).rejects.toThrow(
      /ORCID_ENVIRONMENT is sandbox, .*the-real-one .*production/,
    );
  });
});
