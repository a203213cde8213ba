import { affiliation, funding, work } from '../testing/bodies.ts';
import { type Reply, send } from '../testing/http-client.ts';
import { claims } from './testing/claims.ts';
import { type Session } from './testing/target.ts';

let counter = 0;
const fresh = (): string => `layout-${Date.now()}-${(counter += 1)}`;
const SAVED = 'T: saved_records/public_record30.xml';
const OLD_SAVED = 'T: saved_records/public_record21.xml';
const XML = { accept: 'application/xml' };

const declared = (xml: string): string[] => [...xml.matchAll(/ xmlns:([a-z-]+)=/g)].map(([, prefix = '']) => prefix);
const attributesOf = (xml: string, tag: string): string[] => {
  const [, attributes = ''] = new RegExp(`<${tag}(?= )((?: (?!xmlns:)[a-z-]+="[^"]*")*)`).exec(xml) ?? [];
  return [...attributes.matchAll(/([a-z-]+)=/g)].map(([, name = '']) => name);
};

const readOld = (orcid: Session, path: string): Promise<Reply> =>
  send(`${orcid.target.api}/v2.1/${orcid.orcid}/${path}`, { token: orcid.target.accessToken, ...XML });

claims('XML as programs cut it up that do not parse it', (claim) => {
  claim('every element stands on its own line, four spaces deeper than its parent', SAVED, async (orcid) => {
    const { text } = await orcid.read('', XML);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8" standalone="yes"\?>\n<record:record /);
    expect(text).toContain('\n    <common:orcid-identifier>\n        <common:uri>http');
    expect(text).toMatch(/\n<\/record:record>\s*$/);
  });

  claim('the record declares all of its package, in one known order', SAVED, async (orcid) => {
    const { text } = await orcid.read('', XML);
    expect(declared(text)).toHaveLength(28);
    expect(declared(text).slice(0, 4)).toEqual(['internal', 'education', 'distinction', 'deprecated']);
    expect(declared(text).slice(-2)).toEqual(['bulk', 'research-resource']);
  });

  claim('a work declares the same, whether it uses it or not', 'UmdCmnsResearchHelper (Drupal)', async (orcid) => {
    const putCode = await orcid.written('work', work(`10.5555/${fresh()}`));
    const [one, whole] = [await orcid.read(`work/${putCode}`, XML), await orcid.read('', XML)];
    expect(declared(one.text)).toEqual(declared(whole.text));
  });

  claim('v2.1 declares what v2.1 knew', OLD_SAVED, async (orcid) => {
    const { text } = await readOld(orcid, 'record');
    expect(declared(text)).toHaveLength(22);
    expect(declared(text).slice(0, 3)).toEqual(['internal', 'funding', 'preferences']);
  });

  claim('the root has its attributes before its namespaces', SAVED, async (orcid) => {
    const { text } = await orcid.read('', XML);
    expect(text).toContain(`<record:record path="/${orcid.orcid}" xmlns:internal=`);
  });

  claim('attributes have an order by type', SAVED, async (orcid) => {
    await orcid.written('employment', affiliation());
    await orcid.written('funding', funding(fresh()));
    await orcid.written('keywords', { content: fresh() });
    const { text } = await orcid.read('', XML);
    const order = ['employment:employment-summary', 'funding:funding-summary', 'keyword:keyword'];
    expect(order.map((tag) => attributesOf(text, tag))).toEqual([
      ['put-code', 'display-index', 'path', 'visibility'],
      ['put-code', 'path', 'visibility', 'display-index'],
      ['put-code', 'visibility', 'path', 'display-index'],
    ]);
  });

  claim('an empty section is one empty element with its path', 'T: test_private_record.py', async (orcid) => {
    const { text } = await orcid.read('distinctions', XML);
    expect(text).toMatch(new RegExp(`<activities:distinctions path="/${orcid.orcid}/distinctions"[^>]*/>`));
  });

  claim('an affiliation without identifiers has an empty element for them in its group', SAVED, async (orcid) => {
    await orcid.written('employment', affiliation());
    expect((await orcid.read('employments', XML)).text).toContain('<common:external-ids/>');
  });

  claim('what cannot be normalized has an error and no normalized form', 'reference 9.6', async (orcid) => {
    const putCode = await orcid.written('work', work(fresh()));
    const { text } = await orcid.read(`work/${putCode}`, XML);
    expect(text).not.toContain('external-id-normalized>');
    expect(text).not.toContain('external-id-normalized transient');
    expect(text).toContain('<common:external-id-normalized-error transient="true">');
    expect(text).toContain('<common:error-code>8001</common:error-code>');
  });

  claim('what cannot be normalized is null in JSON', 'T: saved_records/limited_record_work30.json', async (orcid) => {
    const putCode = await orcid.written('work', work(fresh()));
    const { text } = await orcid.read(`work/${putCode}`);
    expect(text).toContain('"external-id-normalized":null,"external-id-normalized-error":{"error-code":"8001"');
  });

  claim("a work's summary never has the subtitle", 'S: MapperFacadeFactory, WorkSummary', async (orcid) => {
    const title = { title: { value: 'Pots' }, subtitle: { value: 'A survey' } };
    const putCode = await orcid.written('work', work(`10.5555/${fresh()}`, { title }));
    expect((await orcid.read(`work/${putCode}`)).text).toContain('"subtitle":{"value":"A survey"}');
    expect((await orcid.read(`work/summary/${putCode}`)).text).toContain('"subtitle":null');
  });

  claim('an error is set the same way', 'S: OrcidMarshallerContextResolver', async (orcid) => {
    const { text } = await orcid.read('work/999999999', XML);
    expect(text).toContain('<error xmlns="http://www.orcid.org/ns/error">\n    <response-code>404</response-code>\n');
  });

  claim('the body comes after X-Frame-Options, nothing is cached', 'T: test_public_record.py', async (orcid) => {
    for (const { headers } of [await orcid.read(''), await send(`${orcid.target.pub}/v3.0/${orcid.orcid}`)]) {
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toContain('no-store');
    }
  });
});
