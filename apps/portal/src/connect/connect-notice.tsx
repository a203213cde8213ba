import type { ConnectOutcome } from '@ligature/connections';
import type { AuthorizationFailure } from '@ligature/orcid-oauth';
import { incidentId } from '@ligature/runtime';
import { Injectable, Logger } from '@nestjs/common';
import { NoticePage } from '../pages/notice.page.tsx';
import { Pages } from '../pages/pages.ts';
import type { Texts } from '../texts/en.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** Status and text of each way in which the round trip to ORCID can fail. */
const FAILURES = {
  'not-begun-here': [400, 'notBegunHere'],
  'no-answer': [400, 'noAnswer'],
  'code-refused': [400, 'codeRefused'],
  'refused-request': [500, 'refusedRequest'],
  'orcid-unavailable': [503, 'orcidUnavailable'],
} as const satisfies Record<AuthorizationFailure, readonly [number, keyof Texts['problems']]>;

/** Tells a person why nothing was connected, and what to do now. */
@Injectable()
export class ConnectNotice {
  private readonly logger = new Logger(ConnectNotice.name);

  constructor(private readonly pages: Pages) {}

  async failed(visitor: Visitor, reason: AuthorizationFailure): Promise<void> {
    const [status, text] = FAILURES[reason];
    const incident = incidentId();
    this.logger.warn({ msg: 'An authorization came to nothing.', reason, incident });
    await this.pages.send(
      visitor,
      (context) => {
        const { problems } = context.texts;
        const next = { href: '/connect', label: problems.tryAgain };
        return <NoticePage context={context} notice={{ ...problems[text], incident, next }} />;
      },
      status,
    );
  }

  async notKept(visitor: Visitor, outcome: Exclude<ConnectOutcome, { kind: 'connected' }>): Promise<void> {
    const page = ({ texts, site }: Parameters<typeof NoticePage>[0]['context']): { title: string; text: string } => {
      const { heldByAnother, hasAnotherId } = texts.problems;
      if (outcome.kind === 'held-by-another') return heldByAnother;
      return { title: hasAnotherId.title, text: hasAnotherId.text(site.uriOf(outcome.current.orcid)) };
    };
    const next = (texts: Texts): { href: string; label: string } => ({
      href: '/connection',
      label: texts.problems.toConnection,
    });
    await this.pages.send(
      visitor,
      (context) => <NoticePage context={context} notice={{ ...page(context), next: next(context.texts) }} />,
      409,
    );
  }
}
