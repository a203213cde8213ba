import type { OrcidId } from '@ligature/orcid-model';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { OrcidIdLink } from '../components/orcid-id-link.tsx';
import type { PageContext } from './page-context.ts';

export interface ConnectedPerson {
  readonly name: string;
  readonly orcid: OrcidId;
}

interface PeopleProps {
  readonly context: PageContext;
  readonly people: readonly ConnectedPerson[];
  /** Where the next page begins. */
  readonly next?: string;
}

/** The iDs of an institution, for everybody to see, each as ORCID wants it shown. */
export function PeoplePage({ context, people, next }: PeopleProps): JSX.Element {
  const { people: texts } = context.texts;
  return (
    <Layout context={context} title={texts.title}>
      <p class="lead">{texts.lead(context.institution.name)}</p>
      {people.length === 0 && <p>{texts.none}</p>}
      <ul class="people">
        {people.map(({ name, orcid }) => (
          <li key={orcid}>
            <span class="name">{name}</span> <OrcidIdLink context={context} orcid={orcid} />
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <p>
          <a href={`/people?after=${encodeURIComponent(next)}`} rel="next">
            {texts.next}
          </a>
        </p>
      )}
    </Layout>
  );
}
