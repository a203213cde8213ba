import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import type { PageContext } from './page-context.ts';

interface SignedOutProps {
  readonly context: PageContext;
  /** What is known of the session at the institution: it ends next, it has ended, or nobody said so. */
  readonly elsewhere: 'next' | 'done' | 'unknown';
  /** Where it ends. */
  readonly url?: string;
}

/** Signed out here for sure; of the institution's own session no more is said than is known. */
export function SignedOutPage({ context, elsewhere, url }: SignedOutProps): JSX.Element {
  const { signedOut } = context.texts;
  const { name } = context.institution;
  return (
    <Layout context={context} title={signedOut.title}>
      <p class="lead">{signedOut.here}</p>
      <p>{signedOut[elsewhere](name)}</p>
      <p>
        <a class="button" href={url ?? '/'}>
          {url === undefined ? signedOut.toStart : signedOut.goOn(name)}
        </a>
      </p>
    </Layout>
  );
}
