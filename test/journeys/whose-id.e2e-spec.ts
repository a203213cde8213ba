import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { PlainVisitor } from '../support/plain-browser/plain-visitor.ts';
import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';

const OUTPUT = path.resolve(import.meta.dirname, '../../test-output/screenshots');
const QUESTION = 'Is this your ORCID iD?';

describe('a researcher to whom ORCID names an iD', () => {
  const context = useStack();

  const tokensOf = async (key: string) =>
    (await context.stack.orcid.record(key)).tokens.map(({ revoked }) => Boolean(revoked));
  const connectionsOf = (name: string) =>
    context.stack.database.query(
      `select orcid from connection join person on person.id = person_id where display_name = '${name}' and ended_at is null`,
    );
  /** One person is signed in at the institution, another at ORCID: in one browser, as on a shared computer. */
  const comeBack = async (here: string, there: string): Promise<PlainVisitor> => {
    const visitor = context.visitPlainly();
    await visitor.signIn(here);
    await visitor.goToOrcid(there);
    await visitor.permit();
    expect(visitor.heading).toBe(QUESTION);
    return visitor;
  };

  it('is asked whether it is theirs; before they say so nothing is written, listed or connected', async () => {
    const amara = await comeBack('Amara Okafor', 'Amara Okafor');
    const { orcid, items } = await context.stack.orcid.record('connects');
    expect(amara.text).toContain('Your account at Example University');
    expect(amara.text).toContain(`${context.stack.addresses.orcidSandbox}/${orcid}`);
    expect(amara.text).not.toContain('nothing in common');
    expect(items).toEqual([]);
    expect(await connectionsOf('Amara Okafor')).toEqual([]);
    const anybody = context.visitPlainly();
    await anybody.open('/people');
    expect(anybody.text).not.toContain('Amara Okafor');
    await amara.open('/connection');
    expect(new URL(amara.url).pathname).toBe('/connect');

    await amara.open('/connect/confirm');
    await amara.confirm();
    expect(amara.heading).toBe('My connection');
    await amara.untilWritten();
    expect((await context.stack.orcid.record('connects')).items).toHaveLength(1);
  });

  it('sees when the names have nothing in common, and gives the permission back, which ORCID is told', async () => {
    const lena = await comeBack('Lena Brandt', 'Kofi Mensah');
    expect(lena.text).toContain('The two names have nothing in common.');
    await lena.press('Do not connect');
    expect(lena.heading).toBe('No iD was connected');
    await eventually(async () => expect(new Set(await tokensOf('graduated'))).toEqual(new Set([true])));
    expect(await connectionsOf('Lena Brandt')).toEqual([]);
    await lena.open('/connect/confirm');
    expect(new URL(lena.url).pathname).toBe('/connect');
  });

  it('signs in at ORCID as somebody else, though another is signed in there, and connects their own', async () => {
    const jose = await comeBack('José Muñoz Ibáñez', 'Kofi Mensah');
    await jose.press('Sign in at ORCID as somebody else');
    expect(jose.heading).toMatch(/^Sign in/);
    await jose.press('José Muñoz Ibáñez');
    await jose.authorize();
    expect(jose.heading).toBe('My connection');
    const { orcid } = await context.stack.orcid.record('several-jobs');
    expect(await connectionsOf('José Muñoz Ibáñez')).toEqual([{ orcid }]);
    await eventually(async () => expect(await tokensOf('graduated')).not.toContain(false));
  });

  it('is asked as well when somebody else’s code came back under their own state', async () => {
    const stranger = context.visitPlainly();
    await stranger.signIn('Kofi Mensah');
    await stranger.goToOrcid('Kofi Mensah');
    const foreign = new URL(await stranger.authorizeAndStop()).searchParams;
    const lena = context.visitPlainly();
    await lena.signIn('Lena Brandt');
    await lena.goToOrcid('Lena Brandt');
    const state = new URL(lena.url).searchParams.get('state') ?? '';
    const injected = new URLSearchParams({ code: foreign.get('code') ?? '', state });
    await lena.open(`/orcid/callback?${injected.toString()}`);
    expect(lena.heading).toBe(QUESTION);
    expect(lena.text).toContain('Kofi Mensah');
    expect(await connectionsOf('Lena Brandt')).toEqual([]);
    await lena.press('Do not connect');
  });

  it('ends what waits when they deny in another tab, and a question of another tab takes the place of an older one', async () => {
    const sam = await comeBack('Sam Kowalczyk', 'Sam Kowalczyk');
    const older = await sam.copied();
    await older.open('/connect/confirm');
    await sam.open('/connect');
    await sam.pressOrcidButton();
    expect(sam.heading).toBe(QUESTION);
    await older.confirm();
    expect(older.heading).toBe(QUESTION);
    const denying = await sam.copied();
    await context.stack.orcid.revokeAsUser('nothing-in-hr');
    await denying.open('/connect');
    await denying.pressOrcidButton();
    await denying.deny();
    expect(denying.heading).toBe('You did not connect your ORCID iD');
    await older.confirm();
    expect(older.heading).toBe('No iD was connected');
    expect(await connectionsOf('Sam Kowalczyk')).toEqual([]);
  });

  it('is not asked again when they renew what they are connected by', async () => {
    const runa = context.visitPlainly();
    await runa.connect('Rúna Þórsdóttir');
    await runa.open('/connect');
    await runa.pressOrcidButton();
    expect(runa.heading).toBe('My connection');
  });

  it('can sign out at ORCID from the page', async () => {
    const ming = await comeBack('李明', '李明');
    await ming.follow('Sign out at ORCID');
    expect(ming.page.text('body')).toContain('"loggedIn":false');
    await ming.open('/connect');
    await ming.pressOrcidButton();
    expect(ming.heading).toMatch(/^Sign in/);
  });

  it('sees a page that fits a phone', async () => {
    mkdirSync(OUTPUT, { recursive: true });
    const visitor = await context.visit({ width: 360 });
    await visitor.signIn('Lena Brandt');
    await visitor.goToOrcid('Kofi Mensah');
    await visitor.permit();
    const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await visitor.page.screenshot({ path: path.join(OUTPUT, 'confirm-phone.png'), fullPage: true });
    await visitor.page.setViewportSize({ width: 1000, height: 900 });
    await visitor.page.screenshot({ path: path.join(OUTPUT, 'confirm.png'), fullPage: true });
    await visitor.page.getByRole('button', { name: 'Do not connect' }).click();
    await visitor.page.waitForURL('**/connect/not-confirmed');
    await visitor.leave();
  });
});
