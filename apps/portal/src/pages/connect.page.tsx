import { statedSections } from '@ligature/assertions';
import type { JSX } from 'preact';
import { ForeseenItems } from '../components/foreseen-items.tsx';
import { Layout } from '../components/layout.tsx';
import { OrcidButton } from '../components/orcid-button.tsx';
import { inShownOrder } from '../components/shown-order.ts';
import type { Foreseen } from '../connect/foreseen.ts';
import type { PageContext } from './page-context.ts';

/** Version of what is said here, as the consent ledger keeps it. Grows with every change of meaning. */
export const CONSENT_TEXT_VERSION = '2026-11-30.3';

interface ConnectProps {
  readonly context: PageContext;
  readonly foreseen: Foreseen;
}

/** Who you are, what ORCID is, why, what is read, written and shown, and what that is today: before anybody is sent to ORCID. */
export function ConnectPage({ context, foreseen }: ConnectProps): JSX.Element {
  const { texts, institution } = context;
  const { connect, home } = texts;
  return (
    <Layout context={context} title={connect.title}>
      <p class="notice">
        <strong>{connect.youAre(context.signedInAs ?? '')}</strong> {connect.notYou}
      </p>
      <h2>{home.whatIsOrcid}</h2>
      <p>{home.orcidExplained}</p>
      <h2>{connect.why(institution.name)}</h2>
      <p>{connect.whyText(institution.name)}</p>
      <dl class="terms">
        <dt>{connect.reads}</dt>
        <dd>{connect.readsText}</dd>
        <dt>{connect.writes}</dt>
        <dd>{connect.writesText(institution.name, sectionsIn(context))}</dd>
        <dt>{connect.shows}</dt>
        <dd>{connect.showsText}</dd>
        <dt>{connect.stays}</dt>
        <dd>{connect.staysText}</dd>
      </dl>
      <ForeseenItems context={context} foreseen={foreseen} />
      <OrcidButton context={context} />
    </Layout>
  );
}

/** The sections of which the institution states something, as one phrase. */
function sectionsIn({ texts, institution }: PageContext): string {
  const names = inShownOrder(texts, statedSections(institution.feed)).map((section) => texts.sections[section]);
  return new Intl.ListFormat(texts.locale).format(names);
}
