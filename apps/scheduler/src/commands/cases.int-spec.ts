import { CodeExchanges } from '@ligature/connections';
import { PeopleModule } from '@ligature/people';
import { PersonCase } from '@ligature/persistence';
import {
  aConnection,
  anInstitution,
  anOrcidClient,
  aPerson,
  aStaffId,
  TestModule,
} from '@ligature/persistence/testing';
import { CasesCommand } from './cases.command.ts';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';
import { KnownPeople } from './known-people.ts';

describe('cases of who is who', () => {
  let app: TestModule;
  const institution = anInstitution();
  const client = anOrcidClient(institution);
  const [ada, ben] = [aPerson(institution), aPerson(institution)];
  const evidence = { space: 'staff', stated: '000042', statedBy: 'https://idp.example/', statedFor: 'subject-id ada' };
  const opened = new PersonCase({
    institutionId: institution.id,
    kind: 'staff-id-held-by-another',
    personId: ada.id,
    otherPersonId: ben.id,
    evidence,
    openedAt: new Date('2026-03-01T12:00:00Z'),
  });
  const connections = [aConnection(ada, client), aConnection(ben, client)];

  beforeAll(async () => {
    app = await TestModule.start({
      imports: [PeopleModule],
      providers: [CasesCommand, ChosenInstitution, CodeExchanges, KnownPeople],
    });
    ada.signIn({ displayName: 'Ada Example', mail: 'ada@example.edu' }, new Date('2026-02-03T12:00:00Z'));
    Object.assign(ben, { displayName: 'Ben Example' });
    await app.store(institution, client, ada, ben, aStaffId(ben, '000042'), opened);
  });

  afterAll(() => app.close());

  const cases = () => app.request(() => app.get(CasesCommand).run({}));

  it('show by name, mail, numbers and iD whom they are about', async () => {
    const before = await cases();
    expect(before).toContain(
      `who signs in: Ada Example; ada@example.edu; staff ids: none; never connected an ORCID iD; signed in 2026-02-03 (person ${ada.id})`,
    );
    expect(before).toContain(
      `the other person: Ben Example; no mail known; staff ids: 000042; never connected an ORCID iD; never signed in (person ${ben.id})`,
    );
    expect(before).toContain('stated: 000042');
  });

  it('cannot join two who are connected, and say of both sources that they may be wrong', async () => {
    Object.assign(connections[1]!, { orcid: '0000-0001-5109-3700' });
    await app.store(...connections);
    expect(await cases()).toContain(`connected with ${connections[0]!.orcid}`);
    const decided = app.request(() => app.get(CasesCommand).decide(opened.id, 'same', { by: 'Ada Byron' }));
    await expect(decided).rejects.toThrow(CommandError);
    await expect(decided).rejects.toThrow('who states it wrongly, the feed or the identity provider');
  });

  it('list people whose answer from ORCID was lost', async () => {
    const lost = { institutionId: institution.id, personId: ada.id };
    await app.request(() => app.get(CodeExchanges).begin('a-state', lost));
    expect(await cases()).not.toContain('was lost');
    await app.request(() => app.get(CodeExchanges).lose('a-state', lost));
    expect(await cases()).toContain("of these people ORCID's answer was lost");
    expect(await cases()).toMatch(/\n {2}- \d{4}-\S+Z: Ada Example; ada@example\.edu/);
  });

  it('and other commands name people by number, staff id or iD; nobody, or more than one, is said', async () => {
    const one = (who: string) => app.request(() => app.get(KnownPeople).one(institution, who));
    expect(await one(ada.id)).toBe(ada.id);
    expect(await one('000042')).toBe(ben.id);
    expect(await one('0000-0001-5109-3700')).toBe(ben.id);
    await expect(one('Grace')).rejects.toThrow('knows nobody by "Grace"');
    await app.store(aStaffId(ada, '000042', 'payroll'));
    await expect(one('000042')).rejects.toThrow('more than one person');
  });
});
