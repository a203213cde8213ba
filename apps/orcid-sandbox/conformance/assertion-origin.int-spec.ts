import { affiliation, work } from '../testing/bodies.ts';
import { at, send } from '../testing/http-client.ts';
import { Running, UNIVERSITY } from '../testing/running.ts';
import { claims } from './testing/claims.ts';

const WIZARD = { id: 'APP-WIZARD0000000001', secret: 'wizard' };

claims('a client with user OBO, such as a search-and-link wizard', (claim) => {
  const client = { ...WIZARD, name: 'Example Wizard', userObo: true };
  const university = { ...UNIVERSITY, name: 'Example University' };
  const open = async () => {
    const running = await Running.start({ clients: [client, university] });
    return { running, iD: await running.orcid('connects') };
  };

  claim.local(
    'is the source of what it writes, and the person is the assertion origin',
    'S: SourceManagerImpl.retrieveActiveSource',
    async () => {
      const { running, iD } = await open();
      const token = await running.token('connects', undefined, WIZARD);
      const created = await running.member(`${iD}/work`, { method: 'POST', token, body: work('10.5555/wizard') });
      const { json } = await send(created.headers.get('location') ?? '', { token });
      expect(at(json, 'source')).toMatchObject({
        'source-client-id': { path: WIZARD.id },
        'source-name': { value: 'Example Wizard' },
        'assertion-origin-orcid': { path: iD, uri: `${running.site}/${iD}` },
        'assertion-origin-client-id': null,
        'assertion-origin-name': { value: 'Josiah S. Carberry' },
      });
      expect((await send(created.headers.get('location') ?? '', { method: 'DELETE', token })).status).toBe(204);
      await running.stop();
    },
  );

  claim.local('does not validate what it writes, as another client does', 'S: PR 7539', async () => {
    const { running, iD } = await open();
    for (const writer of [WIZARD, UNIVERSITY]) {
      const token = await running.token('connects', undefined, writer);
      await running.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() });
    }
    const { json } = await send(`${running.pub}/v3.0/${iD}/summary`);
    const validated = (at(json, 'employments', 'employment') as unknown[]).map((one) => at(one, 'validated'));
    expect(validated.sort()).toEqual([false, true]);
    await running.stop();
  });
});
