import { rmSync } from 'node:fs';
import path from 'node:path';
import { AdminClient } from '../support/admin-client.ts';
import { joinFederation } from '../support/federation.ts';
import { useStack } from '../support/stack-in-test.ts';
import type { PlainVisitor } from '../support/plain-browser/plain-visitor.ts';

describe('a researcher of one of many institutions', () => {
  const context = useStack();

  beforeAll(() => joinFederation(context.stack, 60));

  const namesOn = ({ page }: PlainVisitor) => page.texts('.choices .name');
  const search = async ({ browser, page }: PlainVisitor, text: string) => {
    page.fill('input[type=search]', text);
    await browser.click('form[role=search] button');
  };

  it('finds it by words of its name in any language, with or without accents, or by its domain', async () => {
    const visitor = context.visitPlainly();
    await visitor.open('/');
    await visitor.browser.click('main a.button');
    expect(new URL(visitor.url).pathname).toBe('/institutions');
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
      expect([text, namesOn(visitor)]).toEqual([text, [name]]);
    }
    await search(visitor, 'no such place');
    expect(visitor.page.text('[role=status]')).toContain('No organisation');
    expect(visitor.page.count('script')).toBe(0);
  });

  it('reads the names in their language, and goes on page by page without missing one', async () => {
    const visitor = context.visitPlainly({ locale: 'fr' });
    await visitor.open('/institutions?q=gen%C3%A8ve');
    expect(namesOn(visitor)).toEqual(['Université de Genève']);
    await visitor.open('/institutions?q=college');
    const seen = namesOn(visitor);
    while (visitor.page.count('a[rel=next]') > 0) {
      await visitor.browser.click('a[rel=next]');
      seen.push(...namesOn(visitor));
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => `College ${String(at + 1).padStart(3, '0')}`));
  });

  it('signs in there, is offered the same next time, and can have that forgotten', async () => {
    const amara = context.visitPlainly();
    await amara.open('/institutions');
    expect(amara.page.count('#last')).toBe(0);
    await search(amara, 'example univ');
    await amara.browser.click('.choices a');
    await amara.press('Amara Okafor');
    await amara.open('/institutions');
    expect(amara.page.text('section a.button')).toBe('Example University');
    await amara.press('Forget this choice');
    expect(amara.page.count('#last')).toBe(0);
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
    const visitor = context.visitPlainly();
    await visitor.open('/institutions?q=geneva');
    expect(namesOn(visitor)).toEqual(['University of Geneva']);
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
