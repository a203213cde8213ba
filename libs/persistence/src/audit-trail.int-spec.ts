import { EntityManager } from '@mikro-orm/postgresql';
import { AuditTrail } from './audit-trail.ts';
import type { AuditAction } from './entities/audit-event.entity.ts';
import { AuditRows } from './repositories/rows/audit-rows.ts';
import { aConnection, anInstitution, anOrcidClient, aPerson, TestModule } from './testing/index.ts';
import { v7 as newId } from 'uuid';

describe('the audit trail', () => {
  let app: TestModule;
  const institution = anInstitution();
  const client = anOrcidClient(institution);
  const person = aPerson(institution);
  const connection = aConnection(person, client);
  const stranger = aPerson(institution);

  beforeAll(async () => {
    app = await TestModule.start();
    await app.store(institution, client, person, stranger, connection);
    const { id: institutionId } = institution;
    await app.request(() =>
      app.get(EntityManager).transactional(async () => {
        const append = (action: AuditAction, subjectId: string): void => {
          app.get(AuditTrail).append({ institutionId, actor: 'person', actorId: null, action, subjectId, detail: {} });
        };
        append('person.signed-in', person.id);
        append('person.signed-in', stranger.id);
        append('connection.made', connection.id);
        await Promise.resolve();
      }),
    );
  });

  afterAll(() => app.close());

  it('tells what was done about one person and what belongs to them, in its order, the newest entries if there are too many', async () => {
    const actions = async (most: number) =>
      (await app.request(() => app.get(AuditRows).ofPerson(institution.id, person.id, most))).map(
        ({ action }) => action,
      );
    expect(await actions(10)).toEqual(['person.signed-in', 'connection.made']);
    expect(await actions(1)).toEqual(['connection.made']);
  });

  it('tells nothing of a person of another institution', async () => {
    expect(await app.request(() => app.get(AuditRows).ofPerson(newId(), person.id, 10))).toEqual([]);
  });

  it.each(['update audit_event set actor = null', 'delete from audit_event', 'truncate audit_event'])(
    'refuses "%s" even to the owner of the table',
    async (statement) => {
      await expect(app.get(EntityManager).fork().execute(statement)).rejects.toThrow('append-only');
    },
  );
});
