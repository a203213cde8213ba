import { settingsSchema } from '../settings/settings.ts';
import { World } from '../world/world.ts';
import { checkIdentifiers, checkVersionedIdentifiers, checkWorkIdentifiers } from './external-id.rules.ts';

const identifier = (over: object = {}) => ({
  'external-id-type': 'doi',
  'external-id-value': '10.5555/1',
  'external-id-relationship': 'self',
  ...over,
});
const worldWhere = (validation: object) => new World(settingsSchema.parse({ validation }));

describe('identifiers of activities', () => {
  const world = worldWhere({});
  const bare = identifier({ 'external-id-relationship': undefined });

  it.each([
    ['an unknown type', { 'external-id-type': 'dio' }, ' dio'],
    ['an empty value', { 'external-id-value': '' }, ' value'],
  ])('are refused for %s', (_what, over, named) => {
    expect(() => {
      checkIdentifiers([identifier(over)], world);
    }).toThrow(`ORCID error 9023: Invalid external-id ${named}`);
  });

  it('need a relationship unless the settings say otherwise', () => {
    checkIdentifiers([bare], worldWhere({ requireRelationship: false }));
    expect(() => {
      checkIdentifiers([bare], world);
    }).toThrow('Invalid external-id  relationship');
  });

  it('of a work must have one that is the work itself', () => {
    const part = identifier({ 'external-id-relationship': 'part-of' });
    checkWorkIdentifiers([identifier(), part], world);
    expect(() => {
      checkWorkIdentifiers([part], world);
    }).toThrow("At least one identifier with 'self'");
  });

  it('of a version must have the thing itself beside it', () => {
    const version = identifier({ 'external-id-relationship': 'version-of' });
    checkVersionedIdentifiers([identifier(), version], world);
    expect(() => {
      checkVersionedIdentifiers([version], world);
    }).toThrow('version-of requires');
  });
});
