import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { useStack } from '../support/stack-in-test.ts';

describe('whom the institution’s sign-in names an administrator', () => {
  const context = useStack();

  it('sees how sign-in stands, and which iDs the institution has on file, as hints and nothing more', async () => {
    const ada = context.visitPlainly();
    await ada.signIn('Ada Verwalter');
    await ada.follow('Administration');
    expect(ada.heading).toBe('You administer Example University');
    expect(ada.page.texts('.item')).toEqual([
      expect.stringMatching(/\/metadata\s+Up to date\s+Identity providers: 1\./) as string,
    ]);
    const people = ada.page.texts('.people li');
    const [person, ...others] = people.filter((text) => text.includes('Ada Verwalter'));
    expect(others).toEqual([]);
    expect(person?.split(/\n|\s{2,}/).join(' ')).toBe('Ada Verwalter 0000-0002-1825-0097 Not connected');
    expect(ada.page.count('.people a, .people img')).toBe(0);
    expect(ada.page.html.includes('orcid.org/0000-0002-1825-0097')).toBe(false);
    await ada.open('/people');
    expect(ada.text).toContain('Nobody has connected an iD yet.');
  });

  describe('of an institution whose second source of metadata is missing', () => {
    afterAll(() => context.stack.command('configure', context.stack.institutionFile));

    it('learns why metadata cannot be read', async () => {
      const given = JSON.parse(readFileSync(context.stack.institutionFile, 'utf8')) as { identityProviders: object[] };
      const file = path.join(path.dirname(context.stack.institutionFile), 'institution-without-metadata.json');
      const identityProviders = [...given.identityProviders, { metadataFile: 'missing.xml' }];
      writeFileSync(file, JSON.stringify({ ...given, identityProviders }));
      await expect(context.stack.command('configure', file)).rejects.toThrow('missing.xml cannot be read');
      const ada = context.visitPlainly();
      await ada.signIn('Ada Verwalter');
      await ada.open('/administration');
      expect(ada.page.count('.item.present')).toBe(1);
      expect(ada.page.texts('.item').at(-1)).toMatch(/Will be read[^]*missing\.xml cannot be read/);
    });
  });

  it('signs in still when a configuration that would take the provider away was not confirmed', async () => {
    const ada = context.visitPlainly();
    await ada.signIn('Ada Verwalter');
    const given = JSON.parse(readFileSync(context.stack.institutionFile, 'utf8')) as { identityProviders: object[] };
    const file = path.join(path.dirname(context.stack.institutionFile), 'institution-without-provider.json');
    writeFileSync(file, JSON.stringify({ ...given, identityProviders: [{ metadataFile: 'missing.xml' }] }));
    const refused = context.stack.command('configure', file);
    await expect(refused).rejects.toThrow(
      /Nothing was changed[^]*missing\.xml could not be read, so nobody knows[^]*\d+ (person|people)[^]*--yes/,
    );
    expect(await ada.open('/administration')).toBe(200);
  });

  it.each(['en', 'de', 'es', 'fr'])('reads it in %s, with whatever they read by, on a phone too', async (locale) => {
    const signedIn = context.visitPlainly();
    await signedIn.signIn('Ada Verwalter');
    const ada = await context.visit({ locale, width: 320, as: signedIn });
    await ada.open('/administration');
    expect(await ada.page.locator('html').getAttribute('lang')).toBe(locale);
    await expectAccessible(ada.page, locale);
    await expectNoSidewaysScroll(ada.page, locale);
    await ada.leave();
  });

  it('is the only one: others are refused in plain words, and see no link to it', async () => {
    const amara = context.visitPlainly();
    await amara.signIn('Amara Okafor');
    expect(amara.page.count('a[href="/administration"]')).toBe(0);
    expect(await amara.open('/administration')).toBe(403);
    expect(amara.heading).toBe('This page is for administrators');
    const nobody = context.visitPlainly();
    expect(await nobody.open('/administration')).toBe(401);
    expect(nobody.heading).toBe('Please sign in first');
  });
});
