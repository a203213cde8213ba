import { AdminClient } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';

describe('a researcher who refuses, or leaves', () => {
  const context = useStack();

  const consentOf = async (name: string): Promise<unknown> => {
    const { data } = await (
      await AdminClient.create(context.stack, 'reader')
    ).ask('{ people { items { displayName consent } } }');
    const { items } = (data as { people: { items: { displayName: string; consent: string }[] } }).people;
    return items.find(({ displayName }) => displayName === name)?.consent;
  };

  it('learns what denying means, and may try again', async () => {
    const denis = context.visitPlainly();
    await denis.signIn('Denis Petit');
    await denis.goToOrcid('Denis Petit');
    await denis.deny();
    expect(denis.heading).toBe('You did not connect your ORCID iD');
    expect(denis.text).toContain('This time ORCID gave us neither an iD nor a permission, and nothing was written');
    expect(await consentOf('Denis Petit')).toBe('DENIED');
    expect((await context.stack.orcid.record('denies')).tokens).toEqual([]);

    await denis.pressOrcidButton();
    await denis.authorize();
    expect(denis.heading).toBe('My connection');
    expect(await consentOf('Denis Petit')).toBe('ACTIVE');
  });

  it('lets the iD go: tokens are forgotten here and ended at ORCID, what was written stays', async () => {
    const amara = context.visitPlainly();
    await amara.connect('Amara Okafor');
    await amara.untilWritten();
    await amara.disconnect();
    expect(amara.heading).toBe('Your ORCID iD is disconnected');
    await eventually(async () => {
      const { tokens, items } = await context.stack.orcid.record('connects');
      expect(tokens.every(({ revoked }) => Boolean(revoked))).toBe(true);
      expect(items).toHaveLength(1);
      const kept = await context.stack.database.query(
        `select 1 from connection where ended_by = 'disconnected' and (access_token is not null or refresh_token is not null)
         union all select 1 from retired_token`,
      );
      expect(kept).toEqual([]);
    });
    expect(await consentOf('Amara Okafor')).toBe('DISCONNECTED');
    await amara.open('/people');
    expect(amara.text).not.toContain('Amara Okafor');

    await amara.goToOrcid('Amara Okafor');
    await amara.authorize();
    await amara.untilWritten();
    expect((await context.stack.orcid.record('connects')).items).toHaveLength(1);
  });

  it('takes the permission back at ORCID: that is doubted first, and believed when ORCID is asked now', async () => {
    const runa = context.visitPlainly();
    await runa.connect('Rúna Þórsdóttir');
    await runa.untilWritten();
    await context.stack.orcid.revokeAsUser('revokes-later');
    await context.stack.command('run', 'token-health');
    await eventually(async () => {
      await runa.open('/connection');
      expect(runa.text).toContain('ORCID refuses our permission at the moment');
    });
    expect(await consentOf('Rúna Þórsdóttir')).toBe('ACTIVE');

    await runa.press('Ask ORCID now');
    expect(runa.text).toContain('We are asking ORCID.');
    await eventually(async () => {
      await runa.open('/connection');
      expect(runa.heading).toBe('Your permission has ended');
    });
    expect(await consentOf('Rúna Þórsdóttir')).toBe('REVOKED');
  });

  it('sees by itself what ORCID answers, also with a permission to read only', async () => {
    const kofi = await context.visit();
    await kofi.connect('Kofi Mensah');
    await kofi.untilWritten();
    await context.stack.orcid.revokeAsUser('graduated');
    await context.stack.database.query(
      `update connection set scopes = '{/read-limited}', doubted_since = now() from person
        where person.id = person_id and display_name = 'Kofi Mensah'`,
    );
    await kofi.open('/connection');
    await kofi.page.getByRole('button', { name: 'Ask ORCID now' }).click();
    await kofi.page.getByText('This page shows the result by itself.').waitFor();
    await kofi.page.getByRole('heading', { name: 'Your permission has ended' }).waitFor();
  });

  it('is told to sign in again where they wait for ORCID and have signed out in another window', async () => {
    await context.stack.orcid.fault({ effect: 'unavailable', host: 'api' });
    const ines = await context.visit();
    await ines.connect('Inês Duarte');
    await ines.page.getByText('We are writing to your record.').waitFor();
    const other = await ines.page.context().newPage();
    await other.goto(`${context.stack.addresses.portal}/connection`);
    await other.getByRole('button', { name: 'Sign out' }).click();
    await ines.page.getByRole('heading', { name: 'Please sign in first' }).waitFor();
    await context.stack.orcid.clearFaults();
  });

  it('is told that an earlier permission stands when they refuse another at ORCID', async () => {
    const jose = context.visitPlainly();
    await jose.connect('José Muñoz Ibáñez');
    await jose.open('/connect/denied');
    expect(jose.heading).toBe('You gave no new permission');
    await jose.follow('To my connection');
    expect(jose.heading).toBe('My connection');
  });

  it('is not let in any more after signing out, not even with the old cookie', async () => {
    const lena = context.visitPlainly();
    await lena.signIn('Lena Brandt');
    const copy = await lena.copied();
    await lena.press('Sign out');
    expect(lena.heading).toBe('You are signed out');
    expect(lena.text).toContain('Example University has signed you out as well.');
    for (const visitor of [lena, copy]) {
      expect(await visitor.open('/connection')).toBe(401);
      expect(visitor.heading).toBe('Please sign in first');
    }
  });
});
