import { at } from '../testing/http-client.ts';
import { claims, expectError } from './testing/claims.ts';
import { type Session } from './testing/target.ts';

let counter = 0;
const fresh = (): string => `10.5555/xml.${Date.now()}.${(counter += 1)}`;
const SCHEMA = 'M: record_3.0, common_3.0';
const XML = { type: 'application/vnd.orcid+xml', accept: 'application/json' };

const ORGANIZATION = `<common:organization>
    <common:name>California Institute of Technology</common:name>
    <common:address><common:city>Pasadena</common:city><common:country>US</common:country></common:address>
    <common:disambiguated-organization>
      <common:disambiguated-organization-identifier>https://ror.org/05dxps055</common:disambiguated-organization-identifier>
      <common:disambiguation-source>ROR</common:disambiguation-source>
    </common:disambiguated-organization>
  </common:organization>`;

const employment = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<employment:employment xmlns:employment="http://www.orcid.org/ns/employment" xmlns:common="http://www.orcid.org/ns/common">
  ${inner}
</employment:employment>`;

const work = (
  doi: string,
  type = 'journal-article',
): string => `<work:work xmlns:common="http://www.orcid.org/ns/common"
    xmlns:work="http://www.orcid.org/ns/work" visibility="public">
  <work:title><common:title>Pots &amp; pans</common:title><common:subtitle>Fêlés &#8211; cracked</common:subtitle></work:title>
  <work:type>${type}</work:type>
  <common:publication-date><common:year>2023</common:year><common:month>05</common:month></common:publication-date>
  <common:external-ids><common:external-id>
    <common:external-id-type>doi</common:external-id-type>
    <common:external-id-value>${doi}</common:external-id-value>
    <common:external-id-relationship>self</common:external-id-relationship>
  </common:external-id></common:external-ids>
</work:work>`;

const post = (orcid: Session, section: string, body: string) => orcid.write(section, body, XML);

claims('XML as it comes in', (claim) => {
  claim('an employment in XML is the same as one in JSON', SCHEMA, async (orcid) => {
    const role = '<common:role-title>Steward</common:role-title>';
    const start = '<common:start-date><common:year>2021</common:year></common:start-date>';
    const reply = await post(orcid, 'employment', employment(role + start + ORGANIZATION));
    expect(reply.status).toBe(201);
    const { json } = await orcid.read(`employment/${reply.headers.get('location')?.split('/').at(-1)}`);
    expect(at(json, 'role-title')).toBe('Steward');
    expect(at(json, 'start-date')).toEqual({ year: { value: '2021' }, month: null, day: null });
    expect(at(json, 'organization', 'address', 'city')).toBe('Pasadena');
  });

  claim('entities and characters by number are read', 'XML 1.0', async (orcid) => {
    const reply = await post(orcid, 'work', work(fresh()));
    expect(reply.status).toBe(201);
    const { json } = await orcid.read(`work/${reply.headers.get('location')?.split('/').at(-1)}`);
    expect(at(json, 'title', 'title', 'value')).toBe('Pots & pans');
    expect(at(json, 'title', 'subtitle', 'value')).toBe('Fêlés – cracked');
  });

  claim('other prefixes for the same namespaces are as good', 'Namespaces in XML', async (orcid) => {
    const body = work(fresh())
      .replaceAll('work:', 'w:')
      .replaceAll('xmlns:work', 'xmlns:w')
      .replaceAll('common:', 'c:')
      .replaceAll('xmlns:common', 'xmlns:c');
    expect((await post(orcid, 'work', body)).status).toBe(201);
  });

  claim('another namespace is 400/9001', SCHEMA, async (orcid) => {
    expectError(await post(orcid, 'work', work(fresh()).replaceAll('ns/work', 'ns/wrok')), 400, 9001);
  });

  claim('elements out of order are 400/9001', SCHEMA, async (orcid) => {
    const late = '<common:role-title>Late</common:role-title>';
    expectError(await post(orcid, 'employment', employment(ORGANIZATION + late)), 400, 9001);
  });

  claim('an element that nobody knows is 400/9001', SCHEMA, async (orcid) => {
    const salary = '<common:salary>1</common:salary>';
    expectError(await post(orcid, 'employment', employment(ORGANIZATION + salary)), 400, 9001);
  });

  claim('a missing mandatory element is 400/9001', SCHEMA, async (orcid) => {
    const body = work(fresh()).replace(/<work:title>.*<\/work:title>/, '');
    expectError(await post(orcid, 'work', body), 400, 9001);
  });

  claim('an unknown value of a list is 400/9051, not 9047', 'S: IllegalEnumValueException', async (orcid) => {
    expectError(await post(orcid, 'work', work(fresh(), 'pamphlet')), 400, 9051);
  });

  claim('text that is not XML is 400/9001', 'reference 5.2', async (orcid) => {
    expectError(await post(orcid, 'work', '<work:work>'), 400, 9001);
    expectError(await post(orcid, 'work', '{"title":1}'), 400, 9001);
  });

  claim('rules beyond the schema keep their codes', 'reference 9.3', async (orcid) => {
    expectError(await post(orcid, 'employment', employment('<common:role-title>A</common:role-title>')), 400, 9046);
  });

  claim('resource items stand in a wrapper that JSON does not have', 'M: research-resource-3.0.xsd', async (orcid) => {
    const ids = (value: string) => `<common:external-ids><common:external-id>
        <common:external-id-type>proposal-id</common:external-id-type>
        <common:external-id-value>${value}</common:external-id-value>
        <common:external-id-relationship>self</common:external-id-relationship>
      </common:external-id></common:external-ids>`;
    const hosts = `<rr:hosts>${ORGANIZATION}</rr:hosts>`;
    const reply = await post(
      orcid,
      'research-resource',
      `<rr:research-resource xmlns:rr="http://www.orcid.org/ns/research-resource" xmlns:common="http://www.orcid.org/ns/common">
        <rr:proposal><rr:title><common:title>Beam time</common:title></rr:title>${hosts}${ids(fresh())}</rr:proposal>
        <rr:resource-items><rr:resource-item><rr:resource-name>Beamline</rr:resource-name>
          <rr:resource-type>infrastructures</rr:resource-type>${hosts}${ids(fresh())}</rr:resource-item></rr:resource-items>
      </rr:research-resource>`,
    );
    expect(reply.status).toBe(201);
    const path = `research-resource/${reply.headers.get('location')?.split('/').at(-1)}`;
    expect(at((await orcid.read(path)).json, 'resource-item', 0, 'resource-name')).toBe('Beamline');
    expect((await orcid.read(path, { accept: 'application/xml' })).text).toMatch(
      /<research-resource:resource-items>\s*<research-resource:resource-item>/,
    );
  });
});

claims('XML as it goes out', (claim) => {
  claim(
    "uses ORCID's own prefixes, with put-code and visibility as attributes",
    'T: test_30api_all_endpoints.py',
    async (orcid) => {
      const reply = await post(orcid, 'employment', employment(ORGANIZATION));
      const putCode = reply.headers.get('location')?.split('/').at(-1) ?? '';
      const { text } = await orcid.read(`employment/${putCode}`, { accept: 'application/xml' });
      expect(text).toContain('<employment:employment ');
      expect(text).toMatch(new RegExp(`put-code="${putCode}".*visibility=".*>\\s*<common:created-date>`));
      expect(text).toContain('<common:disambiguation-source>ROR</common:disambiguation-source>');
    },
  );

  claim('what was read can be sent back', 'reference 8', async (orcid) => {
    const created = await post(orcid, 'work', work(fresh()));
    const path = `${orcid.orcid}/work/${created.headers.get('location')?.split('/').at(-1)}`;
    const { text } = await orcid.member(path, { accept: 'application/vnd.orcid+xml' });
    const reply = await orcid.member(path, { method: 'PUT', body: text, type: 'application/vnd.orcid+xml' });
    expect(reply.status).toBe(200);
  });

  claim('the record nests person and activities in their namespaces', 'M: record-3.0.xsd', async (orcid) => {
    const { text } = await orcid.read('', { accept: 'application/xml' });
    for (const tag of [
      '<record:record ',
      '<common:orcid-identifier>',
      '<person:person ',
      '<email:emails ',
      '<activities:works ',
    ]) {
      expect(text).toContain(tag);
    }
  });

  claim('a normalized identifier is marked as transient', 'M: common-3.0.xsd', async (orcid) => {
    const created = await post(orcid, 'work', work(fresh()));
    const path = `work/${created.headers.get('location')?.split('/').at(-1)}`;
    expect((await orcid.read(path, { accept: 'application/xml' })).text).toContain(
      '<common:external-id-normalized transient="true">',
    );
  });

  claim('a bulk in XML holds works and errors side by side', 'M: bulk-3.0.xsd', async (orcid) => {
    const inner = work(fresh());
    const body = `<bulk:bulk xmlns:bulk="http://www.orcid.org/ns/bulk">${inner}${inner}</bulk:bulk>`;
    const reply = await orcid.member(`${orcid.orcid}/works`, {
      method: 'POST',
      body,
      ...XML,
      accept: 'application/xml',
    });
    expect(reply.status).toBe(200);
    expect(reply.text).toMatch(/<bulk:bulk [^>]*>\s*<work:work put-code="\d+"[^]*<\/work:work>\s*<error:error>/);
    await orcid.remove('work', Number(/put-code="(\d+)"/.exec(reply.text)?.[1]));
  });

  claim('dates are in the form of xs:dateTime', 'M: common-3.0.xsd', async (orcid) => {
    const { text } = await orcid.read('', { accept: 'application/xml' });
    expect(text).toMatch(/<history:submission-date>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z<\/history:submission-date>/);
  });
});
