import { type Encryption, encryptXml } from './encrypt-xml.ts';
import { type Asked, type Facts, honestFacts, writeAssertion, writeResponse } from './facts.ts';
import type { ForgedKey } from './forged-key.ts';
import { type Signing, signXml } from './sign-xml.ts';

/** Whose keys the messages are made with. */
export interface Parties {
  /** The provider that the portal asks. */
  readonly provider: ForgedKey;
  /** Another provider that the portal also trusts, for its own people. */
  readonly neighbour: ForgedKey;
  readonly neighbourEntityId: string;
  /** A key that nobody trusts. */
  readonly stranger: ForgedKey;
  /** The portal. */
  readonly reader: ForgedKey;
}

export type Field = readonly [name: string, value: string];

/** What the browser posts. */
export interface Delivery {
  readonly fields: readonly Field[];
  readonly query?: string;
  readonly method?: 'GET' | 'POST';
  readonly contentType?: string;
  readonly rawBody?: string;
  /** The cookie that was given out, none, or another's. */
  readonly cookie?: 'own' | 'none' | 'other';
}

/**
 * How one answer is made. Each step is honest unless the recipe says otherwise: said by the provider, signed, encrypted,
 * changed on the way, and sent.
 */
export interface Recipe {
  readonly name: string;
  readonly says?: (asked: Asked, facts: Facts, parties: Parties) => Partial<Facts>;
  /** Changes the assertion's text before it is signed. */
  readonly assertion?: (xml: string, asked: Asked) => string;
  /** Changes the response's text before it is signed. */
  readonly response?: (xml: string, asked: Asked) => string;
  readonly signs?: 'both' | 'response' | 'assertion' | 'neither';
  readonly signing?: (parties: Parties) => Partial<Signing>;
  readonly encryption?: (parties: Parties) => Partial<Encryption>;
  /** Changes the assertion after it is signed, before it is encrypted. */
  readonly sealed?: (xml: string, asked: Asked) => string;
  /** Changes the whole message after everything was signed. */
  readonly tampers?: (xml: string, asked: Asked, parties: Parties) => string | Promise<string>;
  readonly encodes?: (xml: string) => string;
  /** Whether the request does not even get as far as the sign-in: 404 by its method, 413 by its size. */
  readonly status?: 404 | 413;
  readonly sends?: (delivery: Delivery, asked: Asked) => Delivery;
}

const same = (xml: string): string => xml;

/** @returns the message's XML, before it is encoded */
export async function buildMessage(recipe: Recipe, asked: Asked, parties: Parties): Promise<string> {
  const { signs = 'both' } = recipe;
  const honest = honestFacts(asked);
  const facts = { ...honest, ...recipe.says?.(asked, honest, parties) };
  const signing = { key: parties.provider, ...recipe.signing?.(parties) };
  const sign = (xml: string, part: string): Promise<string> | string =>
    ['both', part].includes(signs) ? signXml(xml, signing) : xml;
  const written = (recipe.assertion ?? same)(writeAssertion(facts), asked);
  const assertion = (recipe.sealed ?? same)(await sign(written, 'assertion'), asked);
  const hidden = recipe.encryption
    ? encryptXml(assertion, {
        cipher: 'aes128-cbc',
        publicPem: parties.reader.publicPem,
        ...recipe.encryption(parties),
      })
    : assertion;
  const response = (recipe.response ?? same)(writeResponse(facts, hidden), asked);
  return (recipe.tampers ?? same)(await sign(response, 'response'), asked, parties);
}

export function post(recipe: Recipe, xml: string, asked: Asked, relayState: string): Delivery {
  const message = recipe.encodes?.(xml) ?? Buffer.from(xml).toString('base64');
  const delivery: Delivery = {
    fields: [
      ['SAMLResponse', message],
      ['RelayState', relayState],
    ],
  };
  return recipe.sends?.(delivery, asked) ?? delivery;
}
