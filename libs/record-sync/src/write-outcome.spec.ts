import { NoTokenError } from '@ligature/connections';
import * as orcidClient from '@ligature/orcid-client';
import { parsePutCode, Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { classify, type WriteOutcome } from './write-outcome.ts';

const PUT_CODE = parsePutCode('61');

const answer = (status: number, reason: string | null = null) => ({ status, reason, path: '/v3.0/x/employment/61' });

/** Every error that the client throws; a class that is missing here fails the second test. */
const OUTCOMES: readonly (readonly [string, Error, WriteOutcome['kind']])[] = [
  ['a token that is refused', new orcidClient.AccessRevokedError(answer(401, 'invalid_token')), 'no-effect'],
  ['a client that is refused', new orcidClient.ClientRefusedError(answer(403, '9057')), 'no-effect'],
  ['a code that is refused', new orcidClient.CodeRefusedError(answer(400, 'invalid_grant')), 'uncertain'],
  ['an item that is there', new orcidClient.DuplicateItemError(answer(409, '9021'), PUT_CODE), 'exists'],
  ['an item that is there, unnamed', new orcidClient.DuplicateItemError(answer(409, '9030'), undefined), 'exists'],
  ['a permission that is too narrow', new orcidClient.InsufficientScopeError(answer(403, '9038')), 'blocked'],
  ['content that ORCID does not take', new orcidClient.InvalidItemError(answer(400, '9045'), 'Why.'), 'refused'],
  ['an item that is not found', new orcidClient.ItemGoneError(answer(404, '9016')), 'absent'],
  ['an item of another source', new orcidClient.NotOurItemError(answer(403, '9010')), 'refused'],
  ['a request that never left', new orcidClient.OrcidUnavailableError(answer(0), 'none'), 'no-effect'],
  ['an answer that is lost', new orcidClient.OrcidUnavailableError(answer(0), 'unknown'), 'uncertain'],
  ['too many requests', new orcidClient.RateLimitedError(answer(429)), 'no-effect'],
  ['a deactivated record', new orcidClient.RecordDeactivatedError(answer(409, '9044')), 'record-blocked'],
  ['a merged record', new orcidClient.RecordDeprecatedError(answer(409, '9007'), anOrcidId(1)), 'record-blocked'],
  ['a record that is full', new orcidClient.RecordFullError(answer(409, '9048')), 'refused'],
  ['a locked record', new orcidClient.RecordLockedError(answer(409, '9018')), 'record-blocked'],
  ['a record that ORCID does not know', new orcidClient.RecordNotFoundError(answer(404, '9016')), 'blocked'],
  ['some other thing that is not there', new orcidClient.ResourceAbsentError(answer(404, '9041')), 'uncertain'],
  ['a refusal that nobody expected', new orcidClient.UnexpectedAnswerError(answer(400, '9034')), 'no-effect'],
  ['a success that cannot be read', new orcidClient.UnexpectedAnswerError(answer(201)), 'uncertain'],
  [
    'a grant that cannot be read',
    new orcidClient.UnreadableGrantError('APP-X', new Secret('access-token', 't')),
    'uncertain',
  ],
  ['a connection without a token', new NoTokenError('1'), 'no-effect'],
  ['anything else', new TypeError('a mistake of ours'), 'uncertain'],
];

describe('what a failed write means for its item', () => {
  it.each(OUTCOMES)('%s', (_, error, kind) => {
    expect(classify(error).kind).toBe(kind);
  });

  it('is said of every error of the client', () => {
    const classes = Object.entries(orcidClient).filter(([name]) => name.endsWith('Error'));
    const covered = new Set(OUTCOMES.map(([, error]) => error.name));
    expect(classes.map(([name]) => name).filter((name) => !covered.has(name))).toEqual([]);
  });

  it('names the put-code of an item that is there already, where ORCID named it', () => {
    expect(classify(new orcidClient.DuplicateItemError(answer(409, '9021'), PUT_CODE))).toEqual({
      kind: 'exists',
      putCode: PUT_CODE,
    });
  });

  it('tells people what ORCID says of their content, and of other refusals what we know', () => {
    expect(classify(new orcidClient.InvalidItemError(answer(400, '9045'), 'Why.'))).toEqual({
      kind: 'refused',
      code: '9045',
      message: 'Why.',
    });
    expect(classify(new orcidClient.NotOurItemError(answer(403, '9010')))).toMatchObject({
      code: 'not-our-item',
      message: expect.stringContaining('another source') as string,
    });
  });
});
