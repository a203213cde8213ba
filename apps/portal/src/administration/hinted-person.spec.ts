import type { ConnectionEnd } from '@ligature/persistence';
import type { OrcidId } from '@ligature/orcid-model';
import { hintedPerson } from './hinted-person.ts';

const HINT = '0000-0002-1825-0097' as OrcidId;
const OTHER = '0000-0001-5109-3700' as OrcidId;
const ada = { id: 'ada', displayName: 'Ada', orcidHint: HINT };
const connection = (orcid: OrcidId, personId = 'ada', endedBy: ConnectionEnd | null = null) => ({
  personId,
  orcid,
  endedBy,
});

describe('an iD that the institution has on file', () => {
  it('is shown as it is, whatever was proved', () => {
    expect(hintedPerson(ada, [connection(OTHER)])).toMatchObject({ id: 'ada', name: 'Ada', hint: HINT });
  });

  it.each([
    ['the same', 'same', [connection(HINT)]],
    ['another one', 'other', [connection(OTHER)]],
    ['none', 'not', []],
    ['none any more', 'not', [connection(HINT, 'ada', 'revoked')]],
    ['none, though somebody else has', 'not', [connection(HINT, 'bob')]],
  ])('is compared with what the person has connected: %s', (_, connected, connections) => {
    expect(hintedPerson(ada, connections).connected).toBe(connected);
  });
});
