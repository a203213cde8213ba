import { type VNode } from 'preact';
import { VISIBILITIES } from '../model/vocabulary.ts';
import { Page } from './page.tsx';
import { VISIBILITY_WORDS } from './person-words.ts';

interface RegisterProps {
  readonly next: string;
  readonly givenNames: string;
  readonly familyNames: string;
  readonly email: string;
  readonly problem?: string | undefined;
}

export function RegisterPage({ next, givenNames, familyNames, email, problem }: RegisterProps): VNode {
  return (
    <Page title="Register for an iD">
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action="/register">
        <input type="hidden" name="next" value={next} />
        <label for="given_names">Given names</label>
        <input id="given_names" name="given_names" value={givenNames} autocomplete="given-name" required />
        <label for="family_names">Family names (optional)</label>
        <input id="family_names" name="family_names" value={familyNames} autocomplete="family-name" />
        <label for="email">E-mail address</label>
        <input id="email" name="email" type="email" value={email} autocomplete="email" required />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="new-password" required />
        <label for="visibility">Who may see new items by default</label>
        <select id="visibility" name="visibility">
          {VISIBILITIES.map((visibility) => (
            <option key={visibility} value={visibility}>
              {VISIBILITY_WORDS[visibility]}
            </option>
          ))}
        </select>
        <div>
          <button type="submit">Register</button>
        </div>
      </form>
      <p>
        Have an iD already? <a href={`/signin?next=${encodeURIComponent(next)}`}>Sign in</a>
      </p>
    </Page>
  );
}
