import type { OrcidId } from '@ligature/orcid-model';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';

/**
 * An authenticated iD in ORCID's full format: the green icon and the whole https address, linked to the one record it
 * names. The label keeps the visible address in it (WCAG 2.5.3).
 * https://info.orcid.org/documentation/integration-guide/orcid-id-display-guidelines
 */
export function OrcidIdLink({
  context,
  orcid,
}: {
  readonly context: PageContext;
  readonly orcid: OrcidId;
}): JSX.Element {
  const uri = context.site.uriOf(orcid);
  return (
    <a class="orcid-id" href={uri} aria-label={`${context.texts.people.viewRecord} ${uri}`}>
      <img src={context.asset('orcid-id.svg')} alt="ORCID iD icon" width="24" height="24" />
      {uri}
    </a>
  );
}
