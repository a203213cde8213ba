import { readFileSync } from 'node:fs';
import { settingsJsonSchema, settingsSchema } from './settings.ts';
import { aPerson, someSettings } from './testing/settings.builder.ts';

function published(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
}

describe('Settings', () => {
  it('are described by the published schema (renew it with dist/print-settings-schema.js)', () => {
    expect(published('settings.schema.json')).toEqual(settingsJsonSchema());
  });

  it('take the published example', () => {
    expect(settingsSchema.safeParse(published('settings.example.json')).error).toBeUndefined();
  });

  it('sign both response and assertion, and send persistent names, unless the settings say otherwise', () => {
    expect(someSettings()).toMatchObject({
      signing: { response: true, assertion: true, metadata: false },
      nameIdFormat: 'persistent',
    });
  });

  it('keep the leading zeros of a staff number', () => {
    const settings = someSettings({ people: [aPerson({ staffId: '00071242' })] });
    expect(settings.people[0]?.staffId).toBe('00071242');
  });

  it('take one switch or several', () => {
    const people = [
      aPerson({ switch: 'expired' }),
      aPerson({ key: 'second', username: 'bo', switch: ['encrypted', 'no-attributes'] }),
    ];
    expect(someSettings({ people }).people.map((person) => person.switch)).toEqual([
      ['expired'],
      ['encrypted', 'no-attributes'],
    ]);
  });

  it.each<[string, Parameters<typeof someSettings>[0]]>([
    ['two people of one username', { people: [aPerson(), aPerson({ key: 'other' })] }],
    ['two people of one key', { people: [aPerson(), aPerson({ username: 'bo' })] }],
    ['nobody at all', { people: [] }],
    ['a character that XML cannot carry', { people: [aPerson({ displayName: 'A\u0000da' })] }],
    ['half a surrogate pair', { people: [aPerson({ displayName: 'A\ud83d' })] }],
    ['an address that is not of the web', { serviceProviders: [{ entityId: 'sp', acsUrls: ['javascript:alert(1)'] }] }],
    ['a public address with a path', { publicUrl: 'https://idp.example/saml' }],
    ['signing nothing without naming the switch', { signing: { response: false, assertion: false } }],
    [
      'two service providers of one entityId',
      {
        serviceProviders: [
          { entityId: 'sp', acsUrls: ['https://a.example/acs'] },
          { entityId: 'sp', metadataUrl: 'https://b.example/metadata' },
        ],
      },
    ],
  ])('refuse %s', (_fault, changes) => {
    expect(() => someSettings(changes)).toThrow();
  });
});
