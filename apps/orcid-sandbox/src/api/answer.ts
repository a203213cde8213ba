import { type Document, type Tree } from '../shape/shape.ts';

/** What a handler gives back: a document in the caller's format, a text that has only one format, or only a status. */
export interface Answer {
  readonly status: number;
  readonly document?: Document;
  readonly value?: Tree;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function shown(document: Document, value: Tree): Answer {
  return { status: 200, document, value };
}

export function created(location: string): Answer {
  return { status: 201, headers: { Location: location } };
}

/** What the route offers in one format only. */
export function written(text: string): Answer {
  return { status: 200, text };
}

export const GONE: Answer = { status: 204 };
