import { type VNode } from 'preact';
import { Layout } from './layout.tsx';

/** Everywhere, or only here: a service may not answer, or may take no part in signing out. */
export function SignedOutPage(props: { readonly institution: string; readonly isEverywhere: boolean }): VNode {
  return (
    <Layout title="You are signed out" institution={props.institution}>
      {props.isEverywhere ? (
        <p>You are signed out here and at every service you used.</p>
      ) : (
        <p class="fault">
          Not every service confirmed. Close the browser to be sure that you are signed out everywhere.
        </p>
      )}
    </Layout>
  );
}
