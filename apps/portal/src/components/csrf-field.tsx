import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';

/** Proof that a form was sent from a page of this session. */
export function CsrfField({ context }: { readonly context: PageContext }): JSX.Element {
  return <input type="hidden" name="_csrf" value={context.csrf ?? ''} />;
}
