import { useStack } from '../support/stack-in-test.ts';
import type { PlainVisitor } from '../support/plain-browser/plain-visitor.ts';
import type { Visitor } from '../support/visitor.ts';

describe('signing out', () => {
  const context = useStack();

  const signedInAt = async (visitor: Visitor | PlainVisitor): Promise<boolean> =>
    (await visitor.open('/connect')) === 200;
  const text = (visitor: Visitor): Promise<string> => visitor.page.locator('main').innerText();

  /** The page at an address that leads on by itself, as the browser gets it: it may be gone before it can be read. */
  const whatIsShownAt = async ({ page }: Visitor, address: string): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    await page.route(address, async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 });
      resolve(await answer.text());
      await route.fulfill({ response: answer });
    });
    return promise;
  };

  it('at the portal also signs out at the identity provider', async () => {
    const lena = await context.visit();
    await lena.signIn('Lena Brandt');
    await lena.page.getByRole('button', { name: 'Sign out' }).click();
    await lena.page.waitForURL('**/saml/logout**');
    expect(await lena.heading()).toBe('You are signed out');
    expect(await text(lena)).toContain('Example University has signed you out as well.');
    expect(await signedInAt(lena)).toBe(false);
    await lena.page.goto(context.stack.addresses.devIdp);
    expect(await lena.page.locator('body').innerText()).not.toContain('Lena Brandt');
    await lena.leave();
  });

  it('at the identity provider also signs out at the portal', async () => {
    const denis = await context.visit();
    await denis.signIn('Denis Petit');
    await denis.page.goto(context.stack.addresses.devIdp);
    await denis.page.getByRole('button', { name: /sign out/i }).click();
    await denis.page.getByText('You are signed out here and at every service you used.').waitFor();
    expect(denis.page.url()).toContain(context.stack.addresses.devIdp);
    expect(await signedInAt(denis)).toBe(false);
    await denis.leave();
  });

  it('is done here, and said no more of, when the provider does not answer', async () => {
    const sam = await context.visit();
    await sam.signIn('Sam Kowalczyk');
    await sam.page.route(`${context.stack.addresses.devIdp}/**`, (route) => route.abort('connectionrefused'));
    const shown = whatIsShownAt(sam, '**/sign-out');
    await sam.page.getByRole('button', { name: 'Sign out' }).click();
    expect(await shown).toContain('Until it says so, you may still be signed in there.');
    expect(await signedInAt(sam)).toBe(false);
    await sam.open('/signed-out');
    expect(await text(sam)).toContain('has not told us that you are signed out there too');
    await sam.leave();
  });

  it.each([
    ['nothing', ''],
    ['an unsigned request', '?SAMLRequest=fZE%3D'],
    ['a request under another spelling', '?%53AMLRequest=fZE%3D&SigAlg=x&Signature=x'],
    ['two requests', '?SAMLRequest=a&SAMLRequest=b&SigAlg=x&Signature=x'],
    ['a request and an answer', '?SAMLRequest=a&SAMLResponse=b&SigAlg=x&Signature=x'],
    ['a parameter that nobody knows', '?SAMLRequest=a&SigAlg=x&Signature=x&admin=1'],
  ])('is not brought about by an address with %s', async (_, query) => {
    const amara = context.visitPlainly();
    await amara.signIn('Amara Okafor');
    expect(await amara.open(`/saml/logout${query}`)).toBe(400);
    expect(amara.heading).toBe('We could not accept that sign-out message');
    expect(await signedInAt(amara)).toBe(true);
  });
});
