import { parsePutCode } from '@ligature/orcid-model';
import fc from 'fast-check';
import { pickPutCodes, readPutCodes, withLongPutCodesAsText, withPutCode } from './put-code.wire.ts';
import { UnreadableError } from './unreadable.error.ts';

const LONG = '9223372036854775807';

async function* inPieces(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const ends = [...cuts, text.length].toSorted((a, b) => a - b);
  for (const [at, end] of ends.entries()) {
    yield text.slice(at === 0 ? 0 : ends[at - 1], end);
    await Promise.resolve();
  }
}

describe('a put-code', () => {
  it('keeps every digit, both ways', () => {
    expect(withPutCode({ a: 1 }, parsePutCode(LONG))).toBe(`{"put-code":${LONG},"a":1}`);
    expect(JSON.parse(withLongPutCodesAsText(`{"put-code" : ${LONG}}`))).toEqual({ 'put-code': LONG });
  });
});

describe('the put-codes of a long list', () => {
  const anyCode = fc.bigInt({ min: 1n, max: BigInt(LONG) }).map(String);
  const anyTitle = fc.oneof(fc.string(), fc.constant('"put-code":666,'), fc.constant('\\"put-code":666'));
  const anyWork = fc.record({ code: anyCode, title: anyTitle });

  it('are picked out whole and in order, wherever the list is cut on its way, and whatever its titles say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWork), fc.array(fc.nat(2000)), fc.boolean(), async (works, cuts, isPretty) => {
        const summaries = works.map(({ code, title }) => ({ title, 'put-code': code, path: '/x' }));
        const json = JSON.stringify({ group: [{ 'work-summary': summaries }] }, null, isPretty ? 2 : 0);
        const numbered = json.replace(/("put-code": ?)"(\d+)"/g, '$1$2');
        const picked = await pickPutCodes(
          inPieces(
            numbered,
            cuts.map((cut) => Math.min(cut, numbered.length)),
          ),
        );
        expect(readPutCodes(JSON.parse(picked))).toEqual(works.map(({ code }) => code));
      }),
    );
  });

  it('are not looked for in a page of the proxy', async () => {
    await expect(pickPutCodes(inPieces('<html>"put-code":7 </html>', []))).rejects.toThrow(UnreadableError);
  });
});
