import { settingsSchema } from '../settings/settings.ts';
import { Registry } from '../registry/registry.ts';
import { checkIdentifiers, checkVersionedIdentifiers, checkWorkIdentifiers } from './external-id.rules.ts';

const identifier = (over: object = {}) => ({
  'external-id-type': 'doi',
  'external-id-value': '10.5555/1',
  'external-id-relationship': 'self',
  ...over,
});
const registryWhere = (validation: object) => new Registry(settingsSchema.parse({ validation }));

describe('identifiers of activities', () => {
  const registry = registryWhere({});
  const bare = identifier({ 'external-id-relationship': undefined });

  it.each([
    ['an unknown type', { 'external-id-type': 'dio' }, ' dio'],
    ['an empty value', { 'external-id-value': '' }, ' value'],
  ])('are refused for %s', (_what, over, named) => {
    expect(() => {
      checkIdentifiers([identifier(over)], registry);
    }).toThrow(`ORCID error 9023: Invalid external-id ${named}`);
  });

  it('need a relationship unless the settings say otherwise', () => {
    checkIdentifiers([bare], registryWhere({ requireRelationship: false }));
    expect(() => {
      checkIdentifiers([bare], registry);
    }).toThrow('Invalid external-id  relationship');
  });

  it('of a work must have one that is the work itself', () => {
    const part = identifier({ 'external-id-relationship': 'part-of' });
    checkWorkIdentifiers([identifier(), part], registry);
    expect(() => {
      checkWorkIdentifiers([part], registry);
    }).toThrow("At least one identifier with 'self'");
  });

  it('of a version must have the thing itself beside it', () => {
    const version = identifier({ 'external-id-relationship': 'version-of' });
    checkVersionedIdentifiers([identifier(), version], registry);
    expect(() => {
      checkVersionedIdentifiers([version], registry);
    }).toThrow('version-of requires');
  });
});
