import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';

/** For whoever finds somebody else signed in at ORCID: ORCID asks who is there; should it not, its sign-out stands below. */
export function SignInAgain({ context }: { readonly context: PageContext }): JSX.Element {
  const { signInAgain, signOut, signOutHint } = context.texts.confirm;
  return (
    <section>
      <form method="post" action="/connect/as-somebody-else">
        <CsrfField context={context} />
        <button type="submit" class="quiet">
          {signInAgain}
        </button>
      </form>
      <p>
        {signOutHint}{' '}
        <a href={context.site.signOutUri} target="_blank" rel="noopener noreferrer">
          {signOut}
        </a>
      </p>
    </section>
  );
}
