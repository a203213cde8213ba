import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { affiliation } from '../../testing/bodies.ts';
import { at, send } from '../../testing/http-client.ts';
import { Running } from '../../testing/running.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcid-sandbox-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a restart with a state file', () => {
  it('keeps records, tokens and keys, goes on counting put-codes, and leaves no half-written file', async () => {
    const state = join(folder, 'state.ndjson');
    const before = await Running.start({}, state);
    const iD = await before.orcid('connects');
    const token = await before.token('connects');
    const first = await before.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() });
    const keys = (await send(`${before.site}/oauth/jwks`)).json;
    await before.stop();

    const after = await Running.start({}, state);
    const list = await after.member(`${iD}/employments`, { token });
    const second = await after.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() });
    const putCode = (reply: typeof first) => Number(reply.headers.get('location')?.split('/').at(-1));
    expect(at(list.json, 'affiliation-group', 0, 'summaries', 0, 'employment-summary', 'put-code')).toBe(
      putCode(first),
    );
    expect(putCode(second)).toBe(putCode(first) + 1);
    expect((await send(`${after.site}/oauth/jwks`)).json).toEqual(keys);
    await after.stop();
    expect(readdirSync(folder)).toEqual(['state.ndjson']);
  });

  it('lets the settings define people anew, while their items stay', async () => {
    const state = join(folder, 'state.ndjson');
    const before = await Running.start(
      { people: [{ key: 'ada', givenNames: 'Ada', email: 'ada@example.org' }] },
      state,
    );
    const iD = await before.orcid('ada');
    const token = await before.token('ada');
    await before.member(`${iD}/keywords`, { method: 'POST', token, body: { content: 'pots' } });
    await before.stop();

    const after = await Running.start({ people: [{ key: 'ada', givenNames: 'Adelaide' }] }, state);
    expect(await after.orcid('ada')).toBe(iD);
    const { json } = await after.member(`${iD}/person`, { token });
    expect(at(json, 'name', 'given-names', 'value')).toBe('Adelaide');
    expect(at(json, 'keywords', 'keyword', 0, 'content')).toBe('pots');
    await after.stop();
  });
});
