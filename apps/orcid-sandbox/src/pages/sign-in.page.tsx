import { type VNode } from 'preact';
import { Page } from './page.tsx';

export interface ListedPerson {
  readonly orcid: string;
  readonly name: string;
  readonly situation: string;
}

interface SignInProps {
  /** Where to go on afterwards, at this site. */
  readonly next: string;
  readonly username: string;
  readonly people: readonly ListedPerson[];
  readonly problem?: string | undefined;
}

export function SignInPage({ next, username, people, problem }: SignInProps): VNode {
  return (
    <Page title="Sign in">
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action="/signin">
        <input type="hidden" name="next" value={next} />
        <label for="username">E-mail address or iD</label>
        <input id="username" name="username" value={username} autocomplete="username" required />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <div>
          <button type="submit">Sign in</button>
        </div>
      </form>
      <p>
        No iD yet? <a href={`/register?next=${encodeURIComponent(next)}`}>Register</a>
      </p>
      {people.length > 0 && <ListedPeople people={people} next={next} />}
    </Page>
  );
}

function ListedPeople({ people, next }: Pick<SignInProps, 'people' | 'next'>): VNode {
  return (
    <section aria-labelledby="people">
      <h2 id="people">Or be one of these people</h2>
      <p class="hint">One press signs in, without a password.</p>
      <form method="post" action="/signin">
        <input type="hidden" name="next" value={next} />
        <ul class="people">
          {people.map(({ orcid, name, situation }) => (
            <li key={orcid}>
              <button class="quiet" type="submit" name="person" value={orcid}>
                <strong>{name}</strong>
                {situation}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  );
}
