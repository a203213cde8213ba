import type { Mode, ValuesOf } from '@ligature/runtime';
import { z } from 'zod';
import { Credential } from './credential.ts';
import { pemVariable } from './pem-variable.ts';

type Values = ValuesOf<typeof SamlAuthConfig.variables>;

/** Our keys towards identity providers, and how much they may differ from us. */
export class SamlAuthConfig {
  static readonly title = 'Institutional sign-in (SAML)';
  static readonly variables = {
    SAML_CLOCK_SKEW_SECONDS: z.coerce
      .number('must be a number of seconds')
      .int()
      .min(0)
      .max(300)
      .default(60)
      .describe('By how much the clocks of identity providers may differ from ours.'),
    SAML_KEY: pemVariable()
      .optional()
      .describe('RSA key that signs our messages and metadata and opens encrypted assertions: PEM, or path of a file.'),
    SAML_CERTIFICATE: pemVariable()
      .optional()
      .describe('Certificate of `SAML_KEY`, self-signed as a rule: PEM, or path of a file.'),
    SAML_NEXT_KEY: pemVariable()
      .optional()
      .describe('Key that replaces `SAML_KEY` soon: already published, and opens assertions, but does not sign yet.'),
    SAML_NEXT_CERTIFICATE: pemVariable().optional().describe('Certificate of `SAML_NEXT_KEY`.'),
  };

  readonly clockSkewMs: number;
  /** Our keys, the one that signs first; none in a demo without single logout and encryption. */
  readonly credentials: readonly Credential[];

  constructor(values: Values) {
    this.clockSkewMs = values.SAML_CLOCK_SKEW_SECONDS * 1000;
    this.credentials = pairs(values).flatMap(({ key, certificate }) =>
      key === undefined || certificate === undefined ? [] : [new Credential(key, certificate)],
    );
  }

  static faults(values: Values, mode: Mode): string[] {
    const [current, next] = pairs(values);
    const needsKey = mode === 'production' && current.key === undefined;
    return [
      ...(needsKey
        ? ['SAML_KEY and SAML_CERTIFICATE are required in production: logout and metadata are signed.']
        : []),
      ...(next.key !== undefined && current.key === undefined ? ['SAML_NEXT_KEY needs SAML_KEY.'] : []),
      ...pairs(values).flatMap(faultOf),
    ];
  }
}

interface Pair {
  readonly name: string;
  readonly key: string | undefined;
  readonly certificate: string | undefined;
}

function pairs(values: Values): [Pair, Pair] {
  return [
    { name: 'SAML_', key: values.SAML_KEY, certificate: values.SAML_CERTIFICATE },
    { name: 'SAML_NEXT_', key: values.SAML_NEXT_KEY, certificate: values.SAML_NEXT_CERTIFICATE },
  ];
}

function faultOf({ name, key, certificate }: Pair): string[] {
  if (key === undefined && certificate === undefined) return [];
  const both = `${name}KEY and ${name}CERTIFICATE`;
  if (key === undefined || certificate === undefined) return [`${both} go together.`];
  try {
    new Credential(key, certificate);
    return [];
  } catch (error) {
    return [`${both}: ${(error as Error).message}.`];
  }
}
