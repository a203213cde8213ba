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
    const denis = await context.visit();
    await denis.signIn('Denis Petit');
    await denis.goToOrcid('Denis Petit');
    await denis.deny();
    expect(await denis.heading()).toBe('You did not connect your ORCID iD');
    expect(await denis.page.locator('main').innerText()).toContain('Nothing was stored');
    expect(await consentOf('Denis Petit')).toBe('DENIED');
    expect((await context.stack.orcid.record('denies')).tokens).toEqual([]);

    await denis.page.locator('.orcid-button').click();
    await denis.authorize();
    expect(await denis.heading()).toBe('My connection');
    expect(await consentOf('Denis Petit')).toBe('ACTIVE');
    await denis.leave();
  });

  it('lets the iD go: tokens are forgotten here and ended at ORCID, what was written stays', async () => {
    const amara = await context.visit();
    await amara.connect('Amara Okafor');
    await amara.untilWritten();
    await amara.disconnect();
    expect(await amara.heading()).toBe('Your ORCID iD is disconnected');
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
    expect(await amara.page.locator('main').innerText()).not.toContain('Amara Okafor');

    await amara.goToOrcid('Amara Okafor');
    await amara.authorize();
    await amara.untilWritten();
    expect((await context.stack.orcid.record('connects')).items).toHaveLength(1);
    await amara.leave();
  });

  it('is not let in any more after signing out, not even with the old cookie', async () => {
    const lena = await context.visit();
    await lena.signIn('Lena Brandt');
    const cookies = await lena.page.context().cookies();
    await lena.page.getByRole('button', { name: 'Sign out' }).click();
    await lena.page.waitForURL(`${context.stack.addresses.portal}/saml/logout**`);
    expect(await lena.heading()).toBe('You are signed out');
    expect(await lena.page.locator('main').innerText()).toContain('Example University has signed you out as well.');
    await lena.page.context().addCookies(cookies);
    expect(await lena.open('/connection')).toBe(401);
    expect(await lena.heading()).toBe('Please sign in first');
    await lena.leave();
  });
});
