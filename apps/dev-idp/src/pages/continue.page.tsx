import { type VNode } from 'preact';
import { type PostForm } from '../saml/outgoing-message.ts';
import { Layout } from './layout.tsx';

/** The HTTP-POST binding: the script sends the form at once, the button is for browsers without scripts. */
export function ContinuePage({ institution, form }: { readonly institution: string; readonly form: PostForm }): VNode {
  return (
    <Layout title="One more step" institution={institution}>
      <form method="post" action={form.action} data-continue>
        {Object.entries(form.fields).map(([name, value]) => (
          <input type="hidden" key={name} name={name} value={value} />
        ))}
        <p>You are being sent on to {new URL(form.action).origin}. If nothing happens, press Continue.</p>
        <button>Continue</button>
      </form>
      <script src="/assets/continue.js" defer />
    </Layout>
  );
}
