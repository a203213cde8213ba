import type { MetadataSourceRow } from '@ligature/persistence';
import type { JSX } from 'preact';
import { momentIn } from './moment.ts';
import type { PageContext } from '../pages/page-context.ts';

interface SourcesProps {
  readonly context: PageContext;
  readonly sources: readonly MetadataSourceRow[];
}

/** Where the institution's identity providers are described, and how each description stands. */
export function MetadataSources({ context, sources }: SourcesProps): JSX.Element {
  return (
    <ul class="items">
      {sources.map((watched) => (
        <Source key={watched.id} context={context} watched={watched} />
      ))}
    </ul>
  );
}

function Source({
  context,
  watched,
}: Pick<SourcesProps, 'context'> & { readonly watched: MetadataSourceRow }): JSX.Element {
  const { administration: texts } = context.texts;
  const { state, expiring, ...source } = watched;
  return (
    <li class={state === 'current' ? 'item present' : 'item'}>
      <h3 class="location">{source.location}</h3>
      <p class={state === 'current' ? 'status' : 'status problem'}>{texts.states[state]}</p>
      <p>
        {texts.providers(source.providers, source.unusable)} {expiring > 0 && texts.expiring(expiring)}
      </p>
      {source.readAt != null && <p>{texts.readAt(momentIn(context, source.readAt))}</p>}
      {source.failure != null && (
        <p>
          {texts.failure} <span lang="en">{source.failure}</span>
        </p>
      )}
    </li>
  );
}
