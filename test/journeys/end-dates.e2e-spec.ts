import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aDate } from '../support/a-date.ts';
import { AdminClient } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';

describe('the years after', () => {
  const context = useStack();

  beforeAll(async () => {
    for (const name of ['Lena Brandt', 'Rúna Þórsdóttir', 'Amara Okafor']) {
      const visitor = context.visitPlainly();
      await visitor.connect(name);
      await visitor.untilWritten();
    }
  });

  const changeExport = (change: (text: string) => string) => {
    writeFileSync(context.stack.hrExport, change(readFileSync(context.stack.hrExport, 'utf8')));
  };
  const connectionOf = async (name: string): Promise<unknown> => {
    const { data } = await (
      await AdminClient.create(context.stack, 'reader')
    ).ask('{ people { items { displayName consent connection { endedBy items { state putCode endDate } } } } }');
    return (data as { people: { items: { displayName: string }[] } }).people.items.find(
      ({ displayName }) => displayName === name,
    );
  };

  it('put the end date on that same item, by its put-code, when HR says that somebody has left', async () => {
    const [before] = (await context.stack.orcid.record('leaves')).items;
    const callsBefore = (await context.stack.orcid.calls()).length;
    changeExport((text) =>
      text.replace('Research Data Steward;01.03.2021;;', 'Research Data Steward;01.03.2021;30.06.2025;'),
    );

    const imported = await context.stack.command('run', 'import-people');
    expect(imported).toContain('0 added, 1 changed, 1 refused');
    expect(imported).toContain('; 1 record to bring up to date.');
    await eventually(async () => {
      const { items } = await context.stack.orcid.record('leaves');
      expect(items).toMatchObject([{ putCode: before!.putCode, content: { 'end-date': aDate('2025', '06', '30') } }]);
      expect(await connectionOf('Lena Brandt')).toMatchObject({
        connection: { items: [{ state: 'PRESENT', putCode: String(before!.putCode), endDate: '2025-06-30' }] },
      });
    });
    const calls = (await context.stack.orcid.calls())
      .slice(callsBefore)
      .filter(({ url }) => url.includes('employment'));
    expect(calls.map(({ method }) => method)).toEqual(['PUT']);
  });

  it('cost no call to ORCID on a day when nothing changed', async () => {
    const before = (await context.stack.orcid.calls()).length;
    expect(await context.stack.command('run', 'end-dates')).toContain('0 records to bring up to date');
    expect((await context.stack.orcid.calls()).length).toBe(before);
  });

  /** For all that is known of permissions. */
  const halfAnHourPasses = async (): Promise<void> => {
    for (const [table, column] of [
      ['token_evidence', 'at'],
      ['connection', 'checked_at'],
      ['connection', 'doubted_since'],
    ])
      await context.stack.database.query(`update ${table} set ${column} = ${column} - interval '30 minutes'`);
  };

  it('find a permission that was taken back at ORCID, and keep what was written', async () => {
    await context.stack.orcid.revokeAsUser('revokes-later');
    for (const refusals of [1, 2, 3]) {
      await context.stack.command('run', 'token-health');
      await eventually(async () => {
        const evidence = await context.stack.database.query(`select 1 from token_evidence`);
        expect(evidence).toHaveLength(refusals);
      });
      await halfAnHourPasses();
    }
    expect(await connectionOf('Rúna Þórsdóttir')).toMatchObject({
      consent: 'REVOKED',
      connection: { endedBy: 'REVOKED' },
    });
    const runa = context.visitPlainly();
    await runa.signIn('Rúna Þórsdóttir');
    expect(runa.heading).toBe('Your permission has ended');
  });

  it('respect that an owner removed an item, and write it again only when they ask for it', async () => {
    const [item] = (await context.stack.orcid.record('connects')).items;
    await context.stack.orcid.deleteItemAsOwner('connects', item!.putCode);
    for (const state of ['MISSING', 'REMOVED_BY_OWNER']) {
      await context.stack.command('run', 'token-health');
      await eventually(async () => {
        expect(await connectionOf('Amara Okafor')).toMatchObject({ connection: { items: [{ state }] } });
      });
    }
    changeExport((text) => text.replace('Professor of Astrophysics', 'Professor of Cosmology'));
    await context.stack.command('run', 'import-people');
    await context.stack.command('run', 'end-dates');
    expect((await context.stack.orcid.record('connects')).items).toEqual([]);

    const owner = context.visitPlainly();
    await owner.signIn('Amara Okafor');
    await owner.open('/connection');
    await owner.press('Add it again');
    expect(new URL(owner.url).pathname).toBe('/connection');
    await owner.untilWritten();
    const { items } = await context.stack.orcid.record('connects');
    expect(items).toMatchObject([{ content: { 'role-title': 'Professor of Cosmology' } }]);
    expect(items[0]!.putCode).not.toBe(item!.putCode);
    expect(owner.text).not.toContain('Add it again');
    expect(await connectionOf('Amara Okafor')).toMatchObject({
      connection: { items: [{ state: 'PRESENT', putCode: String(items[0]!.putCode) }] },
    });
  });

  it('refuse half an export and keep what is known', async () => {
    const whole = readFileSync(context.stack.hrExport, 'utf8');
    const half = path.join(path.dirname(context.stack.hrExport), 'half-an-export.csv');
    writeFileSync(half, whole.split('\n').slice(0, 4).join('\n') + '\n"000420;open');
    await expect(context.stack.command('import-people', half)).rejects.toMatchObject({
      stderr: expect.stringContaining('Nothing was imported') as string,
    });
    expect(await context.stack.database.query(`select 1 from assertion where absent_since is not null`)).toEqual([]);
  });
});
