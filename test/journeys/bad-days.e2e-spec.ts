import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';

describe('on a bad day', () => {
  const context = useStack();

  afterEach(() => context.stack.orcid.clearFaults());

  const tokensOf = async (key: string) => (await context.stack.orcid.record(key)).tokens;

  it('a callback that is opened again leads to the question, then to the connection, and presents its code once', async () => {
    const amara = context.visitPlainly();
    await amara.signIn('Amara Okafor');
    await amara.goToOrcid('Amara Okafor');
    const callback = await amara.authorizeAndStop();
    await amara.open(callback);
    await amara.open(callback);
    expect(amara.heading).toBe('Is this your ORCID iD?');
    await amara.confirm();
    await amara.untilWritten();
    expect(await amara.open(callback)).toBe(200);
    expect(amara.heading).toBe('My connection');
    const tokens = await tokensOf('connects');
    expect(tokens.map(({ revoked }) => Boolean(revoked))).toEqual([false]);
  });

  it('a callback without a session, or in somebody else’s, connects nobody and leaves the code alone', async () => {
    const jose = context.visitPlainly();
    await jose.signIn('José Muñoz Ibáñez');
    await jose.goToOrcid('José Muñoz Ibáñez');
    const callback = await jose.authorizeAndStop();

    const stranger = context.visitPlainly();
    expect(await stranger.open(callback)).toBe(401);
    expect(stranger.heading).toBe('Please sign in first');
    await stranger.signIn('Sam Kowalczyk');
    expect(await stranger.open(callback)).toBe(400);
    expect(await tokensOf('several-jobs')).toEqual([]);
    expect(
      await context.stack.database.query(
        `select 1 from connection join person on person.id = person_id where display_name like 'Sam%'`,
      ),
    ).toEqual([]);
  });

  it('two tabs do not disturb each other', async () => {
    const ming = await context.visit();
    await ming.signIn('李明');
    await ming.goToOrcid('李明');
    const other = await ming.page.context().newPage();
    await other.goto(`${context.stack.addresses.portal}/connect`);
    await other.locator('.orcid-button').click();
    await other.getByRole('button', { name: 'Authorize access' }).waitFor();
    await ming.authorize();
    expect(await ming.heading()).toBe('My connection');
    await ming.leave();
  });

  it('an iD that somebody else holds is refused, both are left as they were, and the fresh token is ended', async () => {
    for (const [givenNames, familyName] of [
      ['Ada', 'Verwalter'],
      ['Enno', 'Crypt'],
    ] as const) {
      const email = `${givenNames.toLowerCase()}@example.edu`;
      await context.stack.orcid.register({ key: givenNames, givenNames, familyName, email });
    }
    const ada = context.visitPlainly();
    await ada.signIn('Ada Verwalter');
    await ada.goToOrcid('Ada Verwalter');
    await ada.authorize();
    const enno = context.visitPlainly();
    await enno.signIn('Enno Crypt');
    await enno.open('/connect');
    await enno.pressOrcidButton();
    await enno.press('Ada Verwalter');
    expect(enno.url).toContain(`${context.stack.addresses.portal}/orcid/callback?`);
    expect(enno.heading).toBe('This iD is connected to somebody else');
    await eventually(async () => {
      const revoked = (await tokensOf('Ada')).map((token) => Boolean(token.revoked));
      expect(revoked).toEqual([false, true]);
    });
  });

  it('an ORCID that does not answer the exchange is named, and nothing is stored', async () => {
    const denis = context.visitPlainly();
    await denis.signIn('Denis Petit');
    await denis.goToOrcid('Denis Petit');
    await context.stack.orcid.fault({ effect: 'reset-after', method: 'POST', path: '/oauth/token' });
    await denis.permit();
    expect(denis.heading).toBe('ORCID’s answer was lost');
    expect(
      await context.stack.database.query(
        `select 1 from connection join person on person.id = person_id where display_name like 'Denis%'`,
      ),
    ).toEqual([]);
  });

  it('an ORCID that is down while the record is written is waited for, and the work is done later, once', async () => {
    await context.stack.orcid.fault({ effect: 'unavailable', host: 'api' });
    const runa = context.visitPlainly();
    await runa.connect('Rúna Þórsdóttir');
    expect(runa.page.text('#progress')).toContain('We are writing to your record');
    await context.stack.orcid.clearFaults();
    await runa.untilWritten();
    expect((await context.stack.orcid.record('revokes-later')).items).toHaveLength(1);
  });

  it('a write whose answer is lost is looked for and adopted, not written twice', async () => {
    await context.stack.orcid.fault({ effect: 'reset-after', method: 'POST', path: '/employment$', times: 1 });
    const lena = context.visitPlainly();
    await lena.connect('Lena Brandt');
    await lena.untilWritten();
    expect((await context.stack.orcid.record('leaves')).items).toHaveLength(1);
    expect(
      await context.stack.database.query(`select action from audit_event where action = 'item.adopted'`),
    ).toHaveLength(1);
  });

  it('an unknown page, a form without its token, and a foreign post are answered in plain words', async () => {
    const anybody = context.visitPlainly();
    expect(await anybody.open('/no-such-page')).toBe(404);
    expect(anybody.heading).toBe('There is no such page');
    await anybody.signIn('Sam Kowalczyk');
    const { portal } = context.stack.addresses;
    const post = async (path: string, fields: Record<string, string>) =>
      (await anybody.browser.send({ address: portal + path, form: new URLSearchParams(fields) })).page;
    const forged = await post('/connection/disconnect', { _csrf: 'x' });
    expect(forged.status).toBe(403);
    expect(forged.text('body')).toContain('This form has expired');
    const nonsense = await post('/saml/acs', { SAMLResponse: 'PGE+' });
    expect(nonsense.status).toBe(400);
    expect(nonsense.text('body')).toContain('The sign-in did not work');
  });
});
