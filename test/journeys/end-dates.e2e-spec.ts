import { readFileSync, writeFileSync } from 'node:fs';
import { aDate } from '../support/a-date.ts';
import { AdminClient } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import { useScene } from '../support/scene.ts';

describe('the years after', () => {
  const scene = useScene();

  beforeAll(async () => {
    for (const name of ['Lena Brandt', 'Rúna Þórsdóttir', 'Amara Okafor']) {
      const visitor = await scene.arrive();
      await visitor.connect(name);
      await visitor.untilWritten();
      await visitor.leave();
    }
  });

  const changeExport = (change: (text: string) => string) => {
    writeFileSync(scene.house.hrExport, change(readFileSync(scene.house.hrExport, 'utf8')));
  };
  const connectionOf = async (name: string): Promise<unknown> => {
    const { data } = await (
      await AdminClient.create(scene.house, 'reader')
    ).ask('{ researchers { items { displayName consent connection { endedBy items { state putCode endDate } } } } }');
    return (data as { researchers: { items: { displayName: string }[] } }).researchers.items.find(
      ({ displayName }) => displayName === name,
    );
  };

  it('put the end date on that same item, by its put-code, when HR says that somebody has left', async () => {
    const [before] = (await scene.house.orcid.record('leaves')).items;
    const callsBefore = (await scene.house.orcid.calls()).length;
    changeExport((text) =>
      text.replace('Research Data Steward;01.03.2021;;', 'Research Data Steward;01.03.2021;30.06.2025;'),
    );

    expect(await scene.house.command('run', 'import-people')).toContain('0 added, 1 changed, 1 refused');
    expect(await scene.house.command('run', 'end-dates')).toContain(
      'Example University: 1 records to bring up to date.',
    );
    await eventually(async () => {
      const { items } = await scene.house.orcid.record('leaves');
      expect(items).toMatchObject([{ putCode: before!.putCode, content: { 'end-date': aDate('2025', '06', '30') } }]);
      expect(await connectionOf('Lena Brandt')).toMatchObject({
        connection: { items: [{ state: 'PRESENT', putCode: String(before!.putCode), endDate: '2025-06-30' }] },
      });
    });
    const calls = (await scene.house.orcid.calls()).slice(callsBefore).filter(({ url }) => url.includes('employment'));
    expect(calls.map(({ method }) => method)).toEqual(['PUT']);
  });

  it('cost no call to ORCID on a day when nothing changed', async () => {
    const before = (await scene.house.orcid.calls()).length;
    expect(await scene.house.command('run', 'end-dates')).toContain('0 records to bring up to date');
    expect((await scene.house.orcid.calls()).length).toBe(before);
  });

  it('find a permission that was taken back at ORCID, and keep what was written', async () => {
    await scene.house.orcid.revokeAsUser('revokes-later');
    await scene.house.command('run', 'token-health');
    await eventually(async () => {
      expect(await connectionOf('Rúna Þórsdóttir')).toMatchObject({
        consent: 'REVOKED',
        connection: { endedBy: 'REVOKED' },
      });
    });
    const runa = await scene.arrive();
    await runa.signIn('Rúna Þórsdóttir');
    expect(await runa.heading()).toBe('Your permission has ended');
    await runa.leave();
  });

  it('respect that an owner removed an item, and never write it again', async () => {
    const [item] = (await scene.house.orcid.record('connects')).items;
    await scene.house.orcid.deleteItemAsOwner('connects', item!.putCode);
    await scene.house.command('run', 'token-health');
    await eventually(async () => {
      expect(await connectionOf('Amara Okafor')).toMatchObject({
        connection: { items: [{ state: 'REMOVED_BY_OWNER' }] },
      });
    });
    changeExport((text) => text.replace('Professor of Astrophysics', 'Professor of Cosmology'));
    await scene.house.command('run', 'import-people');
    await scene.house.command('run', 'end-dates');
    expect((await scene.house.orcid.record('connects')).items).toEqual([]);
  });

  it('refuse half an export and keep what is known', async () => {
    changeExport((text) => text.split('\n').slice(0, 4).join('\n') + '\n"000420;open');
    await expect(scene.house.command('import-people', scene.house.hrExport)).rejects.toMatchObject({
      stderr: expect.stringContaining('Nothing was imported') as string,
    });
    expect(await scene.house.database.query(`select 1 from appointment where absent_since is not null`)).toEqual([]);
  });
});
