import { affiliation, peerReview, work } from '../testing/bodies.ts';
import { at, type Call, type Reply, send } from '../testing/http-client.ts';
import { claims } from './testing/claims.ts';
import { type Session } from './testing/target.ts';

let counter = 0;
const fresh = (): string => `v2-${Date.now()}-${(counter += 1)}`;
const MODEL = 'M: record_2.1';
const XML = { accept: 'application/xml' };

const read = (orcid: Session, path: string, call: Call = {}, version = 'v2.1'): Promise<Reply> =>
  send(`${orcid.target.api}/${version}/${orcid.orcid}${path}`, { token: orcid.target.accessToken, ...call });

const withCode = (list: unknown, putCode: number): unknown =>
  (list as unknown[]).find((entry) => at(entry, 'put-code') === putCode);

claims('v2.0 and v2.1, as old programs read them', (claim) => {
  claim('a record has five activities, and constants of Java in JSON', MODEL, async (orcid) => {
    const { status, json } = await read(orcid, '/record');
    expect(status).toBe(200);
    expect(at(json, 'preferences', 'locale')).toMatch(/^[A-Z_]+$/);
    expect(at(json, 'person', 'name', 'visibility')).toMatch(/^(PUBLIC|LIMITED|PRIVATE)$/);
    expect(Object.keys(at(json, 'activities-summary') as object)).toEqual([
      'last-modified-date',
      'educations',
      'employments',
      'fundings',
      'peer-reviews',
      'works',
      'path',
    ]);
  });

  claim('employments are not grouped, and have neither url nor identifiers', MODEL, async (orcid) => {
    const putCode = await orcid.written('employment', affiliation({ url: { value: 'https://example.org' } }));
    const { json } = await read(orcid, '/employments');
    const summary = withCode(at(json, 'employment-summary'), putCode);
    expect(at(summary, 'organization', 'name')).toBe('California Institute of Technology');
    expect(Object.keys(summary as object)).not.toContain('url');
    expect(Object.keys(summary as object)).not.toContain('external-ids');
  });

  claim('a department has the namespace of its type', 'M: employment-2.1.xsd', async (orcid) => {
    const putCode = await orcid.written('employment', affiliation({ 'department-name': 'Physics' }));
    const { text } = await read(orcid, `/employment/${putCode}`, XML);
    expect(text).toContain('<employment:department-name>Physics</employment:department-name>');
    expect(text).toMatch(/<employment:organization>\s*<common:name>/);
  });

  claim('a work type is JOURNAL_ARTICLE in JSON and journal-article in XML', 'M: work-2.1.xsd', async (orcid) => {
    const putCode = await orcid.written('work', work(`10.5555/${fresh()}`, { url: { value: 'https://example.org' } }));
    const { json } = await read(orcid, `/work/${putCode}`);
    expect([at(json, 'type'), at(json, 'external-ids', 'external-id', 0, 'external-id-relationship')]).toEqual([
      'JOURNAL_ARTICLE',
      'SELF',
    ]);
    const { text } = await read(orcid, `/work/${putCode}`, XML);
    expect(text).toContain('<work:type>journal-article</work:type>');
    expect(text).toContain('<work:url>https://example.org</work:url>');
    expect(text).not.toContain('normalized');
  });

  claim('reviews are grouped once, by their group', 'M: activities-2.1.xsd', async (orcid) => {
    const putCode = await orcid.written('peer-review', peerReview(fresh()));
    const { json } = await read(orcid, '/peer-reviews');
    const summaries = (at(json, 'group') as unknown[]).flatMap((group) => at(group, 'peer-review-summary'));
    expect(at(withCode(summaries, putCode), 'review-group-id')).toBe('issn:0264-3561');
  });

  claim('v2.0 names people by http', 'T: test_public_api_read_search.py', async (orcid) => {
    const { json } = await read(orcid, '', {}, 'v2.0');
    const site = orcid.target.site.replace('https:', 'http:');
    expect(at(json, 'orcid-identifier', 'uri')).toBe(`${site}/${orcid.orcid}`);
  });

  claim('what v3.0 added is unknown', 'S: MemberV2ApiServiceImplV2_1', async (orcid) => {
    expect((await read(orcid, '/services')).status).toBe(404);
    expect((await read(orcid, '/research-resources')).status).toBe(404);
  });

  claim('the public API reads them without a token, as sign-in libraries do', 'python-social-auth', async (orcid) => {
    const { status, json } = await send(`${orcid.target.pub}/v2.0/${orcid.orcid}`);
    expect([status, at(json, 'orcid-identifier', 'path')]).toEqual([200, orcid.orcid]);
  });
});
