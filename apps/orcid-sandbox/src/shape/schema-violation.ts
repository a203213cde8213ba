/** A message that does not fit its schema. `kind` decides ORCID's code together with the format (see api/read-body.ts). */
export class SchemaViolation extends Error {
  constructor(
    message: string,
    readonly kind: 'syntax' | 'schema' | 'enum' = 'schema',
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = SchemaViolation.name;
  }
}
