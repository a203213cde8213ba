import { decodeReferences } from './decode-references.ts';
import { SchemaViolation } from './schema-violation.ts';

describe('references in XML text', () => {
  it.each([
    ['R&amp;D &lt;&gt; &quot;&apos;', 'R&D <> "\''],
    ['1998&#8211;2001', '1998–2001'],
    ['&#x1F600;', '😀'],
    ['&amp;#8211;', '&#8211;'],
    ['no reference', 'no reference'],
  ])('reads %s as %s', (written, read) => {
    expect(decodeReferences(written)).toBe(read);
  });

  it.each(['&#0;', '&#x1F;', '&#xD800;', '&#x110000;'])('refuses %s, which is no character', (written) => {
    expect(() => decodeReferences(written)).toThrow(SchemaViolation);
  });
});
