import type { Refusal } from '@ligature/connections';
import type { AuthorizationFailure } from '@ligature/orcid-oauth';
import { incidentId } from '@ligature/runtime';
import { Injectable, Logger } from '@nestjs/common';
import { type Notice, NoticePage } from '../pages/notice.page.tsx';
import { Pages } from '../pages/pages.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { Texts } from '../texts/en.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** Status and text of each way in which the round trip to ORCID can fail. */
const FAILURES = {
  'not-begun-here': [400, 'notBegunHere'],
  'no-answer': [400, 'noAnswer'],
  'code-refused': [400, 'codeRefused'],
  'refused-request': [500, 'refusedRequest'],
  'orcid-unavailable': [503, 'orcidUnavailable'],
  'answer-lost': [503, 'answerLost'],
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

  async notKept(visitor: Visitor, refusal: Refusal): Promise<void> {
    await this.pages.send(
      visitor,
      (context) => {
        const next = { href: '/connection', label: context.texts.problems.toConnection };
        return <NoticePage context={context} notice={{ ...noticeOf(context, refusal), next }} />;
      },
      409,
    );
  }
}

function noticeOf({ texts, site }: PageContext, refusal: Refusal): Omit<Notice, 'next'> {
  const { heldByAnother, hasAnotherId } = texts.problems;
  if (refusal.kind === 'held-by-another') return { ...heldByAnother, offersSignInAgain: true };
  return { title: hasAnotherId.title, text: hasAnotherId.text(site.uriOf(refusal.current.orcid)) };
}
