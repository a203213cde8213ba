import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { useStack } from '../support/stack-in-test.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('whom the institution’s sign-in names an administrator', () => {
  const context = useStack();

  it('sees how sign-in stands, and which iDs the institution has on file, as hints and nothing more', async () => {
    const ada = await context.visit();
    await ada.signIn('Ada Verwalter');
    await ada.page.getByRole('link', { name: 'Administration' }).click();
    expect(await ada.heading()).toBe('You administer Example University');
    expect(await ada.page.locator('.item').allInnerTexts()).toEqual([
      expect.stringMatching(/\/metadata\s+Up to date\s+Identity providers: 1\./) as string,
    ]);
    const people = await ada.page.locator('.people li').allInnerTexts();
    const [person, ...others] = people.filter((text) => text.includes('Ada Verwalter'));
    expect(others).toEqual([]);
    expect(person?.split(/\n|\s{2,}/).join(' ')).toBe('Ada Verwalter 0000-0002-1825-0097 Not connected');
    expect(await ada.page.locator('.people a, .people img').count()).toBe(0);
    expect((await ada.page.content()).includes('orcid.org/0000-0002-1825-0097')).toBe(false);
    await ada.open('/people');
    expect(await ada.page.locator('main').innerText()).toContain('Nobody has connected an iD yet.');
    await ada.leave();
  });

  describe('of an institution whose second source of metadata is missing', () => {
    afterAll(() => context.stack.command('configure', context.stack.institutionFile));

    it('learns why metadata cannot be read', async () => {
      const given = JSON.parse(readFileSync(context.stack.institutionFile, 'utf8')) as { identityProviders: object[] };
      const file = path.join(path.dirname(context.stack.institutionFile), 'institution-without-metadata.json');
      const identityProviders = [...given.identityProviders, { metadataFile: 'missing.xml' }];
      writeFileSync(file, JSON.stringify({ ...given, identityProviders }));
      await expect(context.stack.command('configure', file)).rejects.toThrow('missing.xml cannot be read');
      const ada = await context.visit();
      await ada.signIn('Ada Verwalter');
      await ada.open('/administration');
      expect(await ada.page.locator('.item.present').count()).toBe(1);
      expect(await ada.page.locator('.item').last().innerText()).toMatch(/Will be read[^]*missing\.xml cannot be read/);
      await ada.leave();
    });
  });

  it('signs in still when a configuration that would take the provider away was not confirmed', async () => {
    const ada = await context.visit();
    await ada.signIn('Ada Verwalter');
    const given = JSON.parse(readFileSync(context.stack.institutionFile, 'utf8')) as { identityProviders: object[] };
    const file = path.join(path.dirname(context.stack.institutionFile), 'institution-without-provider.json');
    writeFileSync(file, JSON.stringify({ ...given, identityProviders: [{ metadataFile: 'missing.xml' }] }));
    const refused = context.stack.command('configure', file);
    await expect(refused).rejects.toThrow(/Nothing was changed[^]*would be removed: \d+ (person|people)[^]*--yes/);
    expect(await ada.open('/administration')).toBe(200);
    await ada.leave();
  });

  it.each(['en', 'de', 'es', 'fr'])('reads it in %s, with whatever they read by, on a phone too', async (locale) => {
    const ada = await context.visit({ locale, width: 320 });
    await ada.signIn('Ada Verwalter');
    await ada.open('/administration');
    expect(await ada.page.locator('html').getAttribute('lang')).toBe(locale);
    const { violations } = await new AxeBuilder({ page: ada.page }).withTags(STANDARDS).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await ada.leave();
  });

  it('is the only one: others are refused in plain words, and see no link to it', async () => {
    const amara = await context.visit();
    await amara.signIn('Amara Okafor');
    expect(await amara.page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
    expect(await amara.open('/administration')).toBe(403);
    expect(await amara.heading()).toBe('This page is for administrators');
    await amara.leave();
    const nobody = await context.visit();
    expect(await nobody.open('/administration')).toBe(401);
    expect(await nobody.heading()).toBe('Please sign in first');
    await nobody.leave();
  });
});
