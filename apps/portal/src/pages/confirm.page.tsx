import type { ShownPendingGrant, VisitorRow } from '@ligature/persistence';
import type { JSX } from 'preact';
import { CsrfField } from '../components/csrf-field.tsx';
import { Layout } from '../components/layout.tsx';
import { timeIn } from '../components/moment.ts';
import { OrcidIdLink } from '../components/orcid-id-link.tsx';
import { SignInAgain } from '../components/sign-in-again.tsx';
import { haveNothingInCommon } from '../connect/names-in-common.ts';
import type { PageContext } from './page-context.ts';

interface ConfirmProps {
  readonly context: PageContext;
  readonly person: VisitorRow;
  readonly grant: ShownPendingGrant;
}

/** Asks whether the iD that ORCID named is of the person who is signed in here; nothing is done with it before. */
export function ConfirmPage(props: ConfirmProps): JSX.Element {
  const { context, grant } = props;
  const { confirm } = context.texts;
  return (
    <Layout context={context} title={confirm.title}>
      <p class="lead">{confirm.lead}</p>
      <Pair {...props} />
      <p>{confirm.nothingYet(timeIn(context, grant.expiresAt))}</p>
      <div class="buttons">
        <form method="post" action="/connect/confirm">
          <CsrfField context={context} />
          <input type="hidden" name="grant" value={grant.id} />
          <button type="submit">{confirm.yes}</button>
        </form>
        <form method="post" action="/connect/decline">
          <CsrfField context={context} />
          <button type="submit" class="quiet">
            {confirm.no}
          </button>
        </form>
      </div>
      <h2>{confirm.notYours}</h2>
      <p>{confirm.notYoursText}</p>
      <SignInAgain context={context} />
    </Layout>
  );
}

/** Who is signed in here, and whose iD came back. */
function Pair({ context, person, grant }: ConfirmProps): JSX.Element {
  const { confirm, connection } = context.texts;
  const name = person.displayName ?? '';
  const atOrcid = grant.name ?? null;
  return (
    <>
      <dl class="terms">
        <dt>{confirm.account(context.institution.name)}</dt>
        <dd>
          <bdi>{name}</bdi> {person.mail != null && <bdi>({person.mail})</bdi>}
        </dd>
        <dt>{confirm.orcid}</dt>
        <dd class="holder">
          {atOrcid === null ? <span>{connection.privateName}</span> : <bdi>{atOrcid}</bdi>}
          <OrcidIdLink context={context} orcid={grant.orcid} />
        </dd>
      </dl>
      {atOrcid !== null && haveNothingInCommon(name, atOrcid) && <p class="notice">{confirm.differs}</p>}
    </>
  );
}
