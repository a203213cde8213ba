import { assertionOf, Bench, type Received } from '../testing/bench.ts';
import { statusCodes } from '../testing/received-answer.ts';
import { aPerson } from '../testing/settings.builder.ts';

describe('The administration', () => {
  const bench = new Bench();

  beforeAll(() =>
    bench.start({
      people: [
        aPerson(),
        aPerson({ key: 'second', username: 'bo' }),
        aPerson({ key: 'always-refused', username: 'cy', switch: 'status-requester' }),
      ],
    }),
  );
  afterAll(() => bench.stop());
  beforeEach(() => bench.admin('reset'));

  const isRefused = ({ response }: Received): boolean => statusCodes(response).includes('Requester');
  const refusals = async (...usernames: string[]): Promise<boolean[]> => {
    const outcomes: boolean[] = [];
    for (const username of usernames) outcomes.push(isRefused(await bench.signIn(undefined, username)));
    return outcomes;
  };

  it('switches the next answer, and only that', async () => {
    expect((await bench.admin('next', { switch: 'status-requester' })).status).toBe(204);
    expect(await refusals('ada', 'ada')).toEqual([true, false]);
  });

  it.each(['bo', 'second'])('switches the next answer for the person %s, whoever comes before', async (person) => {
    await bench.admin('next', { person, switch: 'status-requester' });
    expect(await refusals('ada', 'bo', 'bo')).toEqual([false, true, false]);
  });

  it('lets several settings for the next answer follow each other', async () => {
    await bench.admin('next', { switch: 'status-requester' });
    await bench.admin('next', { switch: [] });
    await bench.admin('next', { switch: 'status-requester' });
    expect(await refusals('ada', 'ada', 'ada', 'ada')).toEqual([true, false, true, false]);
  });

  it('switches all answers until it is reset; what is said of a person goes before what is said of all', async () => {
    await bench.admin('always', { person: 'bo', switch: [] });
    await bench.admin('always', { switch: 'status-requester' });
    expect(await refusals('ada', 'bo', 'ada')).toEqual([true, false, true]);
    await bench.admin('always', { switch: [] });
    expect(await refusals('ada', 'cy')).toEqual([false, false]);
  });

  it('goes before the switches that the settings give a person', async () => {
    expect(await refusals('cy')).toEqual([true]);
    await bench.admin('next', { switch: [] });
    expect(await refusals('cy', 'cy')).toEqual([false, true]);
  });

  it('forgets switches, sessions and log at a reset, and keeps its keys', async () => {
    const browser = bench.browser();
    await bench.signIn(browser);
    await bench.admin('next', { switch: 'status-requester' });
    await bench.admin('always', { switch: 'status-requester' });
    const metadata = async (): Promise<string> => (await fetch(`${bench.url}/metadata`)).text();
    const certificate = /<ds:X509Certificate>([^<]*)/.exec(await metadata())?.[1] ?? 'none';
    expect((await bench.admin('reset')).status).toBe(204);
    expect(await bench.log()).toEqual([]);
    expect((await bench.ask(browser)).page.html).toContain('choose who you are');
    expect(await refusals('ada')).toEqual([false]);
    expect(await metadata()).toContain(certificate);
  });

  it('tells what happened without any message or attribute', async () => {
    const answer = await bench.signIn(undefined, 'ada', { binding: 'post' });
    const at = bench.now.toISOString();
    const serviceProvider = bench.rp.entityId;
    const requestId = answer.requestId;
    expect(await bench.log()).toEqual([
      { at, event: 'sign-on-asked', serviceProvider, requestId, binding: 'post' },
      { at, event: 'signed-in', username: 'ada' },
      {
        at,
        event: 'sign-on-answered',
        serviceProvider,
        requestId,
        responseId: answer.response.ID,
        status: ['Success'],
        username: 'ada',
        switches: [],
      },
    ]);
    expect(JSON.stringify(await bench.log())).not.toContain(assertionOf(answer).Subject.NameID.text);
  });

  it('tells of what was refused', async () => {
    await bench.browser().get(`${bench.url}/sso?SAMLRequest=x`);
    expect(await bench.log()).toEqual([expect.objectContaining({ event: 'refused' })]);
  });

  it.each([
    [{ switch: 'explode' }, 'switch'],
    [{ person: 'nobody', switch: 'expired' }, 'No person has that key or username'],
    [{ switch: 'expired', until: 'tomorrow' }, 'until'],
    [{}, 'switch'],
  ])('refuses %j with the reason', async (body, reason) => {
    const refused = await bench.admin('next', body);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(reason);
  });

  it('takes no form, so that a page of another site cannot switch anything', async () => {
    const body = new URLSearchParams({ switch: 'expired' });
    expect((await fetch(`${bench.url}/__admin/next`, { method: 'POST', body })).status).toBe(415);
  });
});
