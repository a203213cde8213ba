import { type Document, type Tree } from '../shape/shape.ts';

/** What a handler gives back: a document in the caller's format, or only a status. */
export interface Answer {
  readonly status: number;
  readonly document?: Document;
  readonly value?: Tree;
  readonly headers?: Readonly<Record<string, string>>;
}

export function shown(document: Document, value: Tree): Answer {
  return { status: 200, document, value };
}

export function created(location: string): Answer {
  return { status: 201, headers: { Location: location } };
}

export const GONE: Answer = { status: 204 };
