import type { ConnectionEnd } from '@ligature/persistence';
import type { OrcidId } from '@ligature/orcid-model';
import { hintedPerson } from './hinted-person.ts';

const HINT = '0000-0002-1825-0097' as OrcidId;
const OTHER = '0000-0001-5109-3700' as OrcidId;
const ada = { id: 'ada', displayName: 'Ada', orcidHint: HINT };
const connection = (orcid: OrcidId, endedBy: ConnectionEnd | null = null) => ({
  orcid,
  endedBy,
});

describe('an iD that the institution has on file', () => {
  it('is shown as it is, whatever was proved', () => {
    expect(hintedPerson(ada, connection(OTHER))).toMatchObject({ id: 'ada', name: 'Ada', hint: HINT });
  });

  it.each<[string, string, Parameters<typeof hintedPerson>[1]]>([
    ['the same', 'same', connection(HINT)],
    ['another one', 'other', connection(OTHER)],
    ['none', 'not', undefined],
    ['none any more', 'not', connection(HINT, 'revoked')],
  ])('is compared with what the person has connected: %s', (_, connected, latest) => {
    expect(hintedPerson(ada, latest).connected).toBe(connected);
  });
});
