import { type Section } from '../model/sections.ts';
import { RULES, type Rule } from '../rules/section-rules.ts';
import { type Document } from '../shape/shape.ts';

export type Version = 'v3.0' | 'v2.0' | 'v2.1';

/** A section as one version of the API speaks of it. */
export interface Dialect {
  readonly version: Version;
  readonly section: Section;
  readonly document: Document;
  readonly check: Rule;
}

export function spokenNow(section: Section): Dialect {
  return { version: 'v3.0', section, document: section.document, check: RULES[section.name] };
}
