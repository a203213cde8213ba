import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { SignInAgain } from '../components/sign-in-again.tsx';
import type { PageContext } from './page-context.ts';

export interface Notice {
  readonly title: string;
  readonly text: string;
  /** Code by which the log tells more. */
  readonly incident?: string | undefined;
  readonly next: { readonly href: string; readonly label: string };
  /** Whether somebody else may be signed in at ORCID in this browser. */
  readonly offersSignInAgain?: boolean;
}

/** Something went otherwise than the person wanted: what, what it means, and what to do now. */
export function NoticePage({
  context,
  notice,
}: {
  readonly context: PageContext;
  readonly notice: Notice;
}): JSX.Element {
  return (
    <Layout context={context} title={notice.title}>
      <p class="lead">{notice.text}</p>
      {notice.incident !== undefined && <p>{context.texts.problems.incident(notice.incident)}</p>}
      {notice.offersSignInAgain === true && <SignInAgain context={context} />}
      <p>
        <a class="button" href={notice.next.href}>
          {notice.next.label}
        </a>
      </p>
    </Layout>
  );
}
