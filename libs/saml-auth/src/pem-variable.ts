import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A PEM text, or the path of a file that holds it, as secrets are mounted in containers. */
export function pemVariable(): z.ZodType<string, string> {
  return z.string().transform((given, context) => {
    const pem = given.includes('-----BEGIN') ? given.replaceAll('\\n', '\n') : readText(given);
    if (pem?.includes('-----BEGIN') === true) return pem;
    context.addIssue({
      code: 'custom',
      message: 'must be a PEM text (-----BEGIN …) or the path of a file that holds one',
    });
    return z.NEVER;
  });
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
