import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';

/** Who is signed in, their own page, and the way out. */
export function SignedIn({ context, name }: { readonly context: PageContext; readonly name: string }): JSX.Element {
  return (
    <form method="post" action="/sign-out" class="who">
      <span>{context.texts.signedInAs(name)}</span>
      <a href="/connection">{context.texts.connection.title}</a>
      {context.administers === true && <a href="/administration">{context.texts.administration.link}</a>}
      <CsrfField context={context} />
      <button type="submit" class="quiet">
        {context.texts.signOut}
      </button>
    </form>
  );
}
