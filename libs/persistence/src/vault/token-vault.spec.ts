import { randomBytes } from 'node:crypto';
import { Secret } from '@ligature/orcid-model';
import fc from 'fast-check';
import { Keyring } from './keyring.ts';
import type { SealedSecret } from './sealed-secret.ts';
import type { SealingContext } from './sealing-context.ts';
import { TokenVault } from './token-vault.ts';
import { UnopenableSecretError } from './unopenable-secret.error.ts';

const key = (kid: string) => `${kid}:${randomBytes(32).toString('base64')}`;
const [old, current] = [key('2025'), key('2026')];
const vault = new TokenVault(Keyring.parse(`${current},${old}`));
const token = new Secret('access-token', 'c0ffee00-0000-4000-8000-000000000001');
const context: SealingContext = {
  table: 'connection',
  row: 'row-1',
  owner: 'person-1',
  orcid: 'the-id',
  environment: 'sandbox',
};

type Sealed = SealedSecret<'access-token'>;

/** Bytes of the members: the last letter of base64url may hold bits that belong to no byte (RFC 4648 section 3.5). */
function meaning(sealed: string): string {
  try {
    const bytes = (_name: string, value: unknown): unknown =>
      typeof value === 'string' ? Buffer.from(value, 'base64url').toString('hex') : value;
    return JSON.stringify(JSON.parse(sealed, bytes));
  } catch {
    return sealed;
  }
}

describe('the token vault', () => {
  it('gives back what it sealed', async () => {
    const opened = await vault.open(await vault.seal(token, context), 'access-token', context);
    expect(opened.reveal()).toBe(token.reveal());
  });

  it('seals the same token differently each time and never shows it', async () => {
    const [one, two] = [await vault.seal(token, context), await vault.seal(token, context)];
    expect(one).not.toBe(two);
    expect(one + two).not.toContain(token.reveal());
  });

  it.each<[string, Partial<SealingContext>]>([
    ['row', { row: 'row-2' }],
    ['table', { table: 'institution' }],
    ['person', { owner: 'person-2' }],
    ['iD', { orcid: 'another-id' }],
    ['environment', { environment: 'production' }],
  ])('does not open a value that was moved to another %s', async (_, moved) => {
    const sealed = await vault.seal(token, context);
    await expect(vault.open(sealed, 'access-token', { ...context, ...moved })).rejects.toThrow(UnopenableSecretError);
  });

  it('does not open a refresh token as an access token', async () => {
    const sealed = (await vault.seal(new Secret('refresh-token', 'r'), context)) as unknown as Sealed;
    await expect(vault.open(sealed, 'access-token', context)).rejects.toThrow(UnopenableSecretError);
  });

  it('does not open a value after any change to what it means', async () => {
    const sealed = await vault.seal(token, context);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.constantFrom('A', 'z', '0', '-', '"', ''), async (at, letter) => {
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        fc.pre(meaning(changed) !== meaning(sealed));
        await expect(vault.open(changed as Sealed, 'access-token', context)).rejects.toThrow(UnopenableSecretError);
      }),
      { numRuns: 300 },
    );
  });

  it('still opens what a retired key sealed, and no longer once the key is gone', async () => {
    const before = await new TokenVault(Keyring.parse(old)).seal(token, context);
    expect((await vault.open(before, 'access-token', context)).reveal()).toBe(token.reveal());
    const withoutOld = new TokenVault(Keyring.parse(current));
    await expect(withoutOld.open(before, 'access-token', context)).rejects.toThrow('row row-1');
  });

  it('opens what either of two keys of one name sealed', async () => {
    const [first, second] = [key('2026'), key('2026')];
    const sealed = await Promise.all(
      [first, second].map((one) => new TokenVault(Keyring.parse(one)).seal(token, context)),
    );
    const both = new TokenVault(Keyring.parse(`${second},${first}`));
    const opened = await Promise.all(sealed.map((one) => both.open(one, 'access-token', context)));
    expect(opened.map((one) => one.reveal())).toEqual([token.reveal(), token.reveal()]);
    const withOne = new TokenVault(Keyring.parse(second));
    await expect(withOne.open(sealed[0] as Sealed, 'access-token', context)).rejects.toThrow(UnopenableSecretError);
  });

  it('never names the token in its error', async () => {
    const error = await vault.open('{}' as Sealed, 'access-token', context).catch((caught: unknown) => caught);
    expect(String(error)).not.toContain(token.reveal());
  });
});
