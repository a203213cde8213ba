import { createHmac, randomUUID } from 'node:crypto';
import { type NameIdKind, nameIdFormats, UNSPECIFIED_NAME_ID } from '../saml/vocabulary.ts';
import { type XmlTree } from '../saml/xml-writer.ts';
import { type Person } from '../settings.ts';

/** A name made for one audience, the service provider it is sent to. */
export interface NameId {
  readonly kind: NameIdKind;
  readonly value: string;
  readonly audience: string;
}

/** The kind a request asks for: undefined when it asks for one that we do not have. */
export function requestedKind(format: string | undefined, usual: NameIdKind): NameIdKind | undefined {
  if (format === undefined || format === UNSPECIFIED_NAME_ID) return usual;
  return (Object.keys(nameIdFormats) as NameIdKind[]).find((kind) => nameIdFormats[kind] === format);
}

/** Undefined when this person has no name of that kind. */
export function nameIdOf(kind: NameIdKind, person: Person, audience: string, salt: string): NameId | undefined {
  switch (kind) {
    case 'persistent':
      return persistentNameId(person, audience, salt);
    case 'transient':
      return transientNameId(audience);
    case 'emailAddress':
      return person.mail === undefined ? undefined : { kind, value: person.mail, audience };
  }
}

export function transientNameId(audience: string): NameId {
  return { kind: 'transient', value: `_${randomUUID()}`, audience };
}

/** The same for ever to one service provider, unlike any other's, and telling nothing (saml-core section 8.3.7). */
function persistentNameId(person: Person, audience: string, salt: string): NameId {
  const value = createHmac('sha256', Buffer.from(salt, 'base64'))
    .update(JSON.stringify([audience, person.username]))
    .digest('base64url');
  return { kind: 'persistent', value, audience };
}

/** Qualifiers belong to persistent and transient names and to no others (saml-core section 8.3). */
export function nameIdTree({ kind, value, audience }: NameId, issuer: string): XmlTree {
  const qualifiers = kind === 'emailAddress' ? {} : { '@NameQualifier': issuer, '@SPNameQualifier': audience };
  return { '@Format': nameIdFormats[kind], ...qualifiers, '#text': value };
}
