import { z } from 'zod';

/** An absolute http or https address without query or fragment; a closing slash makes no difference. */
export function httpUrl(): z.ZodType<URL, string> {
  return z
    .url({ protocol: /^https?$/, error: 'must be an http or https address, such as https://orcid.example.edu' })
    .refine((text) => !/[?#]/.test(text), 'must have no query and no fragment')
    .transform((text) => new URL(text.replace(/\/+$/, '')));
}

/** A TCP port; 0 lets the system choose. */
export function port(): z.ZodType<number> {
  return z.coerce.number('must be a port number').int().min(0).max(65_535);
}

/** `true` or `false`, written out. */
export function flag(): z.ZodType<boolean, string> {
  return z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');
}

/** A list separated by commas. */
export function list(): z.ZodType<string[], string> {
  return z.string().transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );
}
