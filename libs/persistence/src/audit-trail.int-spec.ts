import { EntityManager } from '@mikro-orm/postgresql';
import { AuditTrail } from './audit-trail.ts';
import { anInstitution, TestModule } from './testing/index.ts';

describe('the audit trail', () => {
  let app: TestModule;
  const institution = anInstitution();

  beforeAll(async () => {
    app = await TestModule.start();
    await app.store(institution);
    await app.request(() =>
      app.get(EntityManager).transactional(async () => {
        app.get(AuditTrail).append({
          institutionId: institution.id,
          actor: 'operator',
          actorId: null,
          action: 'institution.configured',
          subjectId: institution.id,
          detail: {},
        });
        await Promise.resolve();
      }),
    );
  });

  afterAll(() => app.close());

  it('tells what was done to a row', async () => {
    const events = await app.request(() => app.get(AuditTrail).about(institution.id, institution.id, 10));
    expect(events.map((event) => event.action)).toEqual(['institution.configured']);
  });

  it.each(['update audit_event set actor = null', 'delete from audit_event', 'truncate audit_event'])(
    'refuses "%s" even to the owner of the table',
    async (statement) => {
      await expect(app.get(EntityManager).fork().execute(statement)).rejects.toThrow('append-only');
    },
  );
});
