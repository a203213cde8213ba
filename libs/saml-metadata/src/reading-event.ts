import type { SaxesTagNS } from 'saxes';
import type { CanonicalForm } from './signature/canonical-form.ts';

/** What a parser reads, one after another. */
export type ReadingEvent =
  | { readonly kind: 'start'; readonly tag: SaxesTagNS }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'end' };

export function writeTo(form: CanonicalForm, event: ReadingEvent): void {
  switch (event.kind) {
    case 'start':
      form.start(event.tag);
      return;
    case 'text':
      form.text(event.text);
      return;
    case 'end':
      form.end();
  }
}
