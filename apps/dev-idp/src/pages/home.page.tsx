import { type VNode } from 'preact';
import { type Person } from '../settings.ts';
import { Layout } from './layout.tsx';

interface HomePageProps {
  readonly institution: string;
  readonly person: Person | undefined;
  readonly participants: readonly string[];
}

export function HomePage({ institution, person, participants }: HomePageProps): VNode {
  return (
    <Layout title={person ? 'You are signed in' : 'Nobody is signed in'} institution={institution}>
      {person ? (
        <SignedIn person={person} participants={participants} />
      ) : (
        <p>A sign-in begins at a service. It sends your browser here and takes it back afterwards.</p>
      )}
      <p>
        <a href="/metadata">SAML metadata of this provider</a>
      </p>
    </Layout>
  );
}

function SignedIn({ person, participants }: { person: Person; participants: readonly string[] }): VNode {
  return (
    <>
      <p>
        As <strong dir="auto">{person.displayName}</strong> ({person.username}).
      </p>
      {participants.length > 0 && (
        <>
          <p>Signing out here also signs you out of:</p>
          <ul>
            {participants.map((entityId) => (
              <li key={entityId}>{entityId}</li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action="/sign-out">
        <button>Sign out</button>
      </form>
    </>
  );
}
