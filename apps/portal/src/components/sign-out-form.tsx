import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';

export function SignOutForm({ context, name }: { readonly context: PageContext; readonly name: string }): JSX.Element {
  return (
    <form method="post" action="/sign-out" class="who">
      <span>{context.texts.signedInAs(name)}</span>
      <CsrfField context={context} />
      <button type="submit" class="quiet">
        {context.texts.signOut}
      </button>
    </form>
  );
}
