import { type VNode } from 'preact';
import { type Person } from '../settings.ts';
import { Layout } from './layout.tsx';

interface SignInPageProps {
  readonly institution: string;
  readonly pendingId: string;
  readonly serviceProvider: string;
  readonly people: readonly Person[];
  readonly unknownUsername?: string | undefined;
}

export function SignInPage({ unknownUsername, ...props }: SignInPageProps): VNode {
  const isMistaken = unknownUsername !== undefined;
  return (
    <Layout title={isMistaken ? 'That username is not known' : 'Sign in'} institution={props.institution}>
      {isMistaken && (
        <p class="fault" role="alert" id="fault">
          Nobody here is called “{unknownUsername}”. Choose a person, or write a username from the list.
        </p>
      )}
      <p>
        To go on to <strong>{props.serviceProvider}</strong>, choose who you are.
      </p>
      <form method="post" action="/sign-in">
        <input type="hidden" name="request" value={props.pendingId} />
        <ul class="people">
          {props.people.map((person) => (
            <li key={person.key}>
              <PersonButton person={person} />
            </li>
          ))}
        </ul>
      </form>
      <UsernameForm pendingId={props.pendingId} unknownUsername={unknownUsername} />
    </Layout>
  );
}

function PersonButton({ person }: { readonly person: Person }): VNode {
  return (
    <button class="person" name="username" value={person.username}>
      <span class="name" dir="auto">
        {person.displayName}
      </span>{' '}
      <span>{person.situation ?? person.key.replaceAll('-', ' ')}</span> <span class="username">{person.username}</span>
    </button>
  );
}

function UsernameForm(props: Pick<SignInPageProps, 'pendingId' | 'unknownUsername'>): VNode {
  const isMistaken = props.unknownUsername !== undefined;
  return (
    <form method="post" action="/sign-in">
      <h2>Or by username</h2>
      <input type="hidden" name="request" value={props.pendingId} />
      <label for="username">Username</label>
      <input
        type="text"
        id="username"
        name="username"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        value={props.unknownUsername}
        aria-invalid={isMistaken}
        aria-describedby={isMistaken ? 'fault' : undefined}
      />
      <button>Sign in</button>
    </form>
  );
}
