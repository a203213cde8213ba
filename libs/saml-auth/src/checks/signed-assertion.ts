import { z } from 'zod';
import { RefusedMessageError } from '../refused-message.error.ts';

/** An assertion as xml2js reads it: prefixes gone, children in arrays, text in `_`, attributes in `$`. */
const attributes = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ $: z.object(shape) });

const Text = z.object({ _: z.string().default('') });

const SubjectConfirmation = z.object({
  $: z.object({ Method: z.string() }),
  SubjectConfirmationData: z
    .array(
      attributes({
        InResponseTo: z.string().optional(),
        Recipient: z.string().optional(),
        NotBefore: z.string().optional(),
        NotOnOrAfter: z.string().optional(),
      }),
    )
    .length(1),
});

const Subject = z.object({
  NameID: z
    .array(Text.extend({ $: z.object({ Format: z.string().optional() }).default({}) }))
    .max(1)
    .default([]),
  SubjectConfirmation: z.array(SubjectConfirmation).min(1),
});

const Attribute = z.object({ $: z.object({ Name: z.string() }), AttributeValue: z.array(z.unknown()).default([]) });

const SignedAssertion = z.object({
  $: z.object({ ID: z.string().min(1), Version: z.string(), IssueInstant: z.iso.datetime() }),
  Issuer: z.array(Text).length(1),
  Subject: z.array(Subject).length(1),
  Conditions: z.array(attributes({ NotBefore: z.string().optional(), NotOnOrAfter: z.string().optional() })).length(1),
  AuthnStatement: z
    .array(attributes({ SessionIndex: z.string().optional(), SessionNotOnOrAfter: z.iso.datetime().optional() }))
    .min(1, 'no-authentication'),
  AttributeStatement: z.array(z.object({ Attribute: z.array(Attribute).default([]) })).default([]),
});

export type SignedAssertion = z.output<typeof SignedAssertion>;

/**
 * Reads the assertion whose signature the library verified, and nothing else of the message.
 * @throws RefusedMessageError when it is not what the Web Browser SSO profile asks for (SAML profiles 4.1.4.2)
 */
export function readSignedAssertion(assertion: unknown): SignedAssertion {
  const { data, error } = z.object({ Assertion: SignedAssertion }).safeParse(assertion);
  if (error === undefined) return data.Assertion;
  const [place] = error.issues.map((issue) => issue.path[1]);
  const reason =
    place === 'AuthnStatement'
      ? 'no-authentication'
      : place === 'Subject'
        ? 'subject-confirmation'
        : 'not-one-assertion';
  throw new RefusedMessageError(reason, { cause: error });
}

/** Values of the attributes of an assertion, by name. A name that is given twice has all its values. */
export function attributeValues({ AttributeStatement }: SignedAssertion): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { $, AttributeValue } of AttributeStatement.flatMap((statement) => statement.Attribute)) {
    values.set($.Name, [...(values.get($.Name) ?? []), ...AttributeValue.flatMap(textOf)]);
  }
  return values;
}

function textOf(value: unknown): string[] {
  const text = typeof value === 'string' ? value : Text.safeParse(value).data?._;
  return text === undefined || text.trim() === '' ? [] : [text.trim()];
}
