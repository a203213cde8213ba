import { useStack } from '../support/stack-in-test.ts';
import { eventually } from '../support/eventually.ts';
import type { PlainVisitor } from '../support/plain-browser/plain-visitor.ts';

/** Situations that stand on the identity provider's page of people, and how the portal takes them. */
const REFUSED = [
  ['Eva Expired', 'conditions that are over', 'expired'],
  ['Aude Elsewhere', 'another audience', 'audience'],
  ['Uno Unsigned', 'no signature', 'not-signed-enough'],
  ['Otto Otherkey', 'an unknown key', 'wrong-signature'],
  ['Mallory Quill', 'the scope of another institution', 'foreign-scope'],
] as const;

/** What any person's answer can be made to be, by the provider's administrator. */
const SWITCHED = [
  ['not-yet-valid', 'not-yet-valid'],
  ['wrong-recipient', 'recipient'],
  ['wrong-destination', 'destination'],
  ['wrong-in-response-to', 'in-response-to'],
  ['status-requester', 'status'],
  ['response-signed-only', 'not-signed-enough'],
  ['no-attributes', 'no-identifier'],
] as const;

describe('at the portal, a person of the local identity provider', () => {
  const context = useStack();

  const switchNext = (name: string): Promise<Response> =>
    fetch(`${context.stack.addresses.devIdp}/__admin/next`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ switch: name }),
    });

  const logLineWith = (text: string): string => {
    const lines = context.stack.logs().split('\n');
    return lines.find((line) => line.includes(text)) ?? '{}';
  };

  const expectRefusal = async (visitor: PlainVisitor, reason: string): Promise<void> => {
    expect(visitor.heading).toBe('The sign-in did not work');
    const text = visitor.page.text('body');
    expect(text).toContain('orcid@example.edu');
    const [incident = 'none'] = /\b[A-HJKMNP-Z]{10}\b/.exec(text) ?? [];
    await eventually(() => {
      expect(JSON.parse(logLineWith(incident))).toMatchObject({ msg: 'A sign-in was refused.', reason, incident });
    });
    expect(await visitor.open('/connection')).toBe(401);
  };

  it.each(REFUSED)('called %s is refused, with %s', async (name, _, reason) => {
    const visitor = context.visitPlainly();
    await visitor.signIn(name);
    await expectRefusal(visitor, reason);
  });

  it('called Rita Replay is refused, with an answer that somebody else was let in by', async () => {
    const sam = context.visitPlainly();
    await sam.signIn('Sam Kowalczyk');
    const rita = context.visitPlainly();
    await rita.signIn('Rita Replay');
    await expectRefusal(rita, 'in-response-to');
  });

  it.each(SWITCHED)('is refused with the switch %s', async (name, reason) => {
    await switchNext(name);
    const visitor = context.visitPlainly();
    await visitor.signIn('Amara Okafor');
    await expectRefusal(visitor, reason);
  });

  it.each(['encrypted', 'encrypted-cbc', 'assertion-signed-only', 'transient-name-id'])(
    'is let in with the switch %s',
    async (name) => {
      await switchNext(name);
      const visitor = context.visitPlainly();
      await visitor.signIn('Amara Okafor');
      expect(new URL(visitor.url).pathname).toBe('/connect');
    },
  );

  it('called Enno Crypt is let in, with an answer encrypted in AES-128-CBC', async () => {
    const enno = context.visitPlainly();
    await enno.signIn('Enno Crypt');
    expect(new URL(enno.url).pathname).toBe('/connect');
  });

  it('may come back at once after a refusal, in the same browser', async () => {
    await switchNext('expired');
    const amara = context.visitPlainly();
    await amara.signIn('Amara Okafor');
    expect(amara.heading).toBe('The sign-in did not work');
    await amara.browser.click('main a.button');
    await amara.browser.click('main a.button:first');
    expect(new URL(amara.url).pathname).toBe('/connect');
  });
});
