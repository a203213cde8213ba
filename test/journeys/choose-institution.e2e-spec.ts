import { rmSync } from 'node:fs';
import path from 'node:path';
import { AdminClient } from '../support/admin-client.ts';
import { joinFederation } from '../support/federation.ts';
import { useStack } from '../support/stack-in-test.ts';
import type { Visitor } from '../support/visitor.ts';

describe('a researcher of one of many institutions', () => {
  const context = useStack();

  beforeAll(() => joinFederation(context.stack, 60));

  const namesOn = ({ page }: Visitor) => page.locator('.choices .name').allInnerTexts();
  const search = async ({ page }: Visitor, text: string) => {
    await page.getByRole('searchbox').fill(text);
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL('**/institutions?q=*');
  };

  it('finds it by words of its name in any language, with or without accents, or by its domain', async () => {
    const visitor = await context.visit();
    await visitor.open('/');
    await visitor.page.locator('main a.button').click();
    await visitor.page.waitForURL('**/institutions');
    const searches = [
      ['zürich', 'University of Zurich'],
      ['GENEVE univ', 'University of Geneva'],
      ['málaga', 'University of Malaga'],
      ['kobenhavns', 'University of Copenhagen'],
      ['東京', 'The University of Tokyo'],
      ['example.edu', 'Example University'],
    ] as const;
    for (const [text, name] of searches) {
      await search(visitor, text);
      expect([text, await namesOn(visitor)]).toEqual([text, [name]]);
    }
    await search(visitor, 'no such place');
    expect(await visitor.page.getByRole('status').innerText()).toContain('No organisation');
    expect(await visitor.page.locator('script').count()).toBe(0);
    await visitor.leave();
  });

  it('reads the names in their language, and goes on page by page without missing one', async () => {
    const visitor = await context.visit({ locale: 'fr' });
    await visitor.open('/institutions?q=gen%C3%A8ve');
    expect(await namesOn(visitor)).toEqual(['Université de Genève']);
    await visitor.open('/institutions?q=college');
    const lefts = (all: Element[]) => new Set(all.map((one) => one.getBoundingClientRect().left)).size;
    expect(await visitor.page.locator('.choices li').evaluateAll(lefts)).toBe(1);
    const seen = await namesOn(visitor);
    while ((await visitor.page.locator('a[rel=next]').count()) > 0) {
      await visitor.page.locator('a[rel=next]').click();
      await visitor.page.waitForLoadState();
      seen.push(...(await namesOn(visitor)));
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => `College ${String(at + 1).padStart(3, '0')}`));
    await visitor.leave();
  });

  it('signs in there, is offered the same next time, and can have that forgotten', async () => {
    const amara = await context.visit();
    await amara.open('/institutions');
    expect(await amara.page.locator('#last').count()).toBe(0);
    await search(amara, 'example univ');
    await amara.page.locator('.choices a').click();
    await amara.page.getByRole('button', { name: 'Amara Okafor' }).click();
    await amara.page.waitForURL('**/connect');
    await amara.open('/institutions');
    expect(await amara.page.locator('section a.button').innerText()).toBe('Example University');
    await amara.page.getByRole('button', { name: 'Forget this choice' }).click();
    await amara.page.waitForURL('**/institutions');
    expect(await amara.page.locator('#last').count()).toBe(0);
    await amara.leave();
  });

  it('signs in by metadata whose state administrators see, also when it can no longer be read', async () => {
    const admin = await AdminClient.create(context.stack, 'reader');
    const sources = async () =>
      (await admin.ask('{ metadataSources { kind state providers expiring failure } }')).data?.['metadataSources'];
    const concerns = async () => {
      const health = await fetch(`${context.stack.addresses.portal}/health/ready`);
      const { info } = (await health.json()) as { info: { service: { concerns?: string[] } } };
      return [health.status, info.service.concerns];
    };
    const own = { kind: 'url', state: 'CURRENT', providers: 1, expiring: 0, failure: null };
    expect(await sources()).toEqual([own, { ...own, kind: 'file', providers: 65 }]);
    expect(await concerns()).toEqual([200, undefined]);
    rmSync(path.join(path.dirname(context.stack.institutionFile), 'federation.xml'));
    expect(await context.stack.command('run', 'refresh-metadata')).toMatch(/1 identity provider.*cannot be read/s);
    expect(await sources()).toEqual([
      own,
      {
        ...own,
        kind: 'file',
        state: 'FAILING',
        providers: 65,
        failure: expect.stringContaining('cannot be read') as string,
      },
    ]);
    expect(await concerns()).toEqual([200, ['metadata of identity providers: 1 failing']]);
    const visitor = await context.visit();
    await visitor.open('/institutions?q=geneva');
    expect(await namesOn(visitor)).toEqual(['University of Geneva']);
    await visitor.leave();
  });

  it('is not sent to somebody whom the institution does not trust', async () => {
    const { portal } = context.stack.addresses;
    const choice = await fetch(`${portal}/institutions/choice?provider=https://evil.example/`, { redirect: 'manual' });
    expect([choice.status, choice.headers.get('location'), choice.headers.get('set-cookie')]).toEqual([
      303,
      '/institutions',
      null,
    ]);
    const signIn = await fetch(`${portal}/sign-in?provider=https://evil.example/`, { redirect: 'manual' });
    expect(signIn.status).toBe(400);
  });
});
