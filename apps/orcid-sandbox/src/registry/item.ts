import { type SectionName } from '../model/sections.ts';
import { type Visibility } from '../model/vocabulary.ts';
import { type Tree } from '../shape/shape.ts';

/** Who wrote something: the person at ORCID's own site, or a client through the API. */
export type Source =
  | { readonly kind: 'person'; readonly orcid: string }
  | {
      readonly kind: 'client';
      readonly id: string;
      /** The person who said so, where the client only passes it on: the assertion origin. */
      readonly origin?: string;
    };

/** One entry of a record, in the words of the API and without what ORCID adds at reading time. */
export interface Item {
  readonly putCode: number;
  readonly section: SectionName;
  readonly content: Tree;
  readonly source: Source;
  readonly visibility: Visibility;
  readonly displayIndex: number;
  readonly created: number;
  readonly modified: number;
}

/**
 * What a client adds gets 1 and what the person adds gets 0, so that in a group the client's stands first
 * (S: DisplayIndexCalculatorHelper since 2024-06-07).
 */
export function displayIndexOfNew({ kind }: Source): number {
  return kind === 'client' ? 1 : 0;
}

/** Whether somebody other than the person has said so. By assertion origin since 2026-06-18 (S: PR 7539). */
export function isValidated({ source }: { readonly source: Source }): boolean {
  return source.kind === 'client' && source.origin === undefined;
}

export function isWrittenBy(item: { readonly source: Source }, clientId: string): boolean {
  return item.source.kind === 'client' && item.source.id === clientId;
}
