import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';

/** The branded button that begins the round trip to ORCID: the only way an iD gets in. */
export function OrcidButton({ context }: { readonly context: PageContext }): JSX.Element {
  return (
    <form method="post" action="/connect">
      <CsrfField context={context} />
      <button type="submit" class="orcid-button">
        <img src={context.asset('orcid-id.svg')} alt="" width="24" height="24" />
        {context.texts.connect.button}
      </button>
    </form>
  );
}
