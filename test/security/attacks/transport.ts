import { deflateRawSync } from 'node:zlib';
import type { Delivery, Field, Recipe } from '../forge/recipe.ts';

/** The message is genuine; the way it comes is not. */
type Sending = readonly [name: string, sends: (delivery: Delivery) => Delivery, status?: 404 | 413];
const sent = (entries: readonly Sending[]): Recipe[] =>
  entries.map(([name, sends, status]) => ({ name, sends, ...(status && { status }) }));

const message = ({ fields }: Delivery): string => fields[0]?.[1] ?? '';
const adding =
  (...more: readonly Field[]) =>
  (delivery: Delivery): Delivery => ({ ...delivery, fields: [...delivery.fields, ...more] });
const relaying =
  (value: string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    fields: [
      ['SAMLResponse', message(delivery)],
      ['RelayState', value],
    ],
  });

const forms = sent([
  ['the message twice', (delivery) => adding(['SAMLResponse', message(delivery)])(delivery)],
  ['the message and a second one', adding(['SAMLResponse', 'PHg+PC94Pg=='])],
  ['a request beside the message', adding(['SAMLRequest', 'PHg+PC94Pg=='])],
  [
    'the message again in the query',
    (delivery) => ({ ...delivery, query: `SAMLResponse=${encodeURIComponent(message(delivery))}` }),
  ],
  ['a request in the query', (delivery) => ({ ...delivery, query: 'SAMLRequest=PHg%2BPC94Pg%3D%3D' })],
  ['an artifact beside the message', adding(['SAMLart', 'AAQAAA=='])],
  ['a parameter that nobody knows', adding(['admin', 'true'])],
  [
    'the message as an array',
    (delivery) => ({ ...delivery, fields: [['SAMLResponse[]', message(delivery)], ...delivery.fields.slice(1)] }),
  ],
  [
    'the message as an object',
    (delivery) => ({ ...delivery, fields: [['SAMLResponse[x]', message(delivery)], ...delivery.fields.slice(1)] }),
  ],
  [
    'a message called __proto__',
    (delivery) => ({ ...delivery, fields: [['__proto__', message(delivery)], ...delivery.fields.slice(1)] }),
  ],
  ['no message', (delivery) => ({ ...delivery, fields: delivery.fields.slice(1) })],
  ['an empty message', (delivery) => ({ ...delivery, fields: [['SAMLResponse', ''], ...delivery.fields.slice(1)] })],
  ['nothing at all', (delivery) => ({ ...delivery, fields: [] })],
  [
    'the message in the address',
    (delivery) => ({
      ...delivery,
      method: 'GET',
      query: new URLSearchParams(delivery.fields.map(([name, value]) => [name, value])).toString(),
    }),
    404,
  ],
  [
    'the form as JSON',
    (delivery) => ({
      ...delivery,
      contentType: 'application/json',
      rawBody: JSON.stringify(Object.fromEntries(delivery.fields)),
    }),
  ],
  ['the form as text', (delivery) => ({ ...delivery, contentType: 'text/plain' })],
  [
    'the form in parts',
    (delivery) => ({
      ...delivery,
      contentType: 'multipart/form-data; boundary=x',
      rawBody: `--x\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\n${message(delivery)}\r\n--x--\r\n`,
    }),
  ],
  ['a form of half a megabyte and more', (delivery) => adding(['x', 'x'.repeat(600_000)])(delivery), 413],
  [
    'a form of a thousand fields',
    (delivery) => adding(...Array.from({ length: 1000 }, (_, at): Field => [`f${at}`, '']))(delivery),
    413,
  ],
]);

const encoded: Recipe[] = [
  { name: 'not base64', encodes: (xml) => xml },
  {
    name: 'base64 for addresses',
    encodes: (xml) => `${Buffer.from(xml).toString('base64').replaceAll('+', '-').replaceAll('/', '_')}-_`,
  },
  {
    name: 'base64 with something in it that is not',
    encodes: (xml) =>
      Buffer.from(xml)
        .toString('base64')
        .replace(/^(.{40})/, '$1***'),
  },
  {
    name: 'base64 without its end',
    encodes: (xml) =>
      Buffer.from(`${xml}${' '.repeat(1 + (Buffer.byteLength(xml) % 3 === 2 ? 1 : 0))}`)
        .toString('base64')
        .replace(/=*$/, 'A'),
  },
  { name: 'base64 of base64', encodes: (xml) => Buffer.from(Buffer.from(xml).toString('base64')).toString('base64') },
  { name: 'base64 followed by more', encodes: (xml) => `${Buffer.from(xml).toString('base64')}====AAAA` },
  { name: 'deflated, as only an address has it', encodes: (xml) => deflateRawSync(xml).toString('base64') },
];

const browsers = sent([
  ['a browser that did not ask', (delivery) => ({ ...delivery, cookie: 'none' })],
  ['another browser, which asked too', (delivery) => ({ ...delivery, cookie: 'other' })],
  ['no relay state', (delivery) => ({ ...delivery, fields: delivery.fields.slice(0, 1) })],
  ['an empty relay state', relaying('')],
  ['a relay state that is an address', relaying('https://elsewhere.invalid/')],
  ['a relay state that is a path', relaying('/connection')],
  ['a relay state that is a script', relaying('javascript:alert(1)')],
  ['a relay state that is markup', relaying('"><script>alert(1)</script>')],
  ['a relay state with a new line', relaying('abc\r\nSet-Cookie: x=y')],
  ['a relay state that names another cookie', relaying('session; ligature-session')],
  ['a relay state that is no one’s', relaying('AAAAAAAAAAAA')],
  ['a relay state of a megabyte', relaying('A'.repeat(400_000))],
  ['two relay states', (delivery) => adding(['RelayState', 'AAAAAAAAAAAA'])(delivery)],
]);

export const transport: readonly Recipe[] = [...forms, ...encoded, ...browsers];
