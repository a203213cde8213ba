import type { HeldPlan, MetadataSourceRow } from '@ligature/persistence';
import type { JSX } from 'preact';
import type { HintedPerson } from '../administration/hinted-person.ts';
import { HeldChanges } from '../components/held-changes.tsx';
import { Layout } from '../components/layout.tsx';
import { MetadataSources } from '../components/metadata-sources.tsx';
import type { PageContext } from './page-context.ts';

interface AdministrationProps {
  readonly context: PageContext;
  /** Changes to records that wait for a decision, if any do. */
  readonly held: HeldPlan | null;
  readonly sources: readonly MetadataSourceRow[];
  readonly people: readonly HintedPerson[];
  /** Where the next page of people begins. */
  readonly next?: string;
}

/** For whom the institution gave a role: how sign-in stands, and whom to ask to connect. */
export function AdministrationPage({ context, held, sources, people, next }: AdministrationProps): JSX.Element {
  const { administration: texts } = context.texts;
  return (
    <Layout context={context} title={texts.title(context.institution.name)}>
      <p class="lead">{texts.lead}</p>
      {held !== null && <HeldChanges context={context} held={held} />}
      <h2>{texts.signIn}</h2>
      {sources.length === 0 ? <p>{texts.noSources}</p> : <MetadataSources context={context} sources={sources} />}
      <h2 id="hints">{texts.hints}</h2>
      <p>{texts.hintsText}</p>
      {people.length === 0 && <p>{texts.noHints}</p>}
      <ul class="people" aria-labelledby="hints">
        {people.map((person) => (
          <Hint key={person.id} context={context} person={person} />
        ))}
      </ul>
      {next !== undefined && (
        <p>
          <a href={`/administration?after=${encodeURIComponent(next)}`} rel="next">
            {context.texts.people.next}
          </a>
        </p>
      )}
    </Layout>
  );
}

/** As text and without ORCID's sign: that one, and a link, are for iDs that their owner has confirmed. */
function Hint({
  context,
  person,
}: Pick<AdministrationProps, 'context'> & { readonly person: HintedPerson }): JSX.Element {
  const { connected } = context.texts.administration;
  return (
    <li>
      <span class="name">{person.name}</span> <span class="hint">{person.hint}</span>{' '}
      <span class={person.connected === 'other' ? 'status problem' : 'status'}>{connected[person.connected]}</span>
    </li>
  );
}
