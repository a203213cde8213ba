import { anOrcidId } from './testing/index.ts';
import { isWrittenBy } from './seen.ts';

describe('an item on a record', () => {
  const client = 'APP-1';

  it('is ours when we are its source and said it for ourselves', () => {
    expect(isWrittenBy({ clientId: client }, client)).toBe(true);
    expect(isWrittenBy({ clientId: client, origin: { clientId: client } }, client)).toBe(true);
  });

  it.each([
    ['its owner entered', { orcid: anOrcidId() }],
    ['another client wrote', { clientId: 'APP-2' }],
    ['another client said through us', { clientId: client, origin: { clientId: 'APP-2' } }],
    ['its owner said through us', { clientId: client, origin: { orcid: anOrcidId() } }],
    ['nobody is named for', {}],
  ])('is not ours when it is one that %s', (_, source) => {
    expect(isWrittenBy(source, client)).toBe(false);
  });
});
