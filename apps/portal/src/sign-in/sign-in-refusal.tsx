import { incidentId } from '@ligature/runtime';
import type { RefusalReason } from '@ligature/saml-auth';
import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { NoticePage } from '../pages/notice.page.tsx';
import { Pages } from '../pages/pages.ts';

/** Tells a person that a sign-in did not work, in one fixed text; the log alone says why. */
@Injectable()
export class SignInRefusal {
  private readonly logger = new Logger(SignInRefusal.name);

  constructor(private readonly pages: Pages) {}

  async send(request: Request, reason: RefusalReason): Promise<void> {
    const incident = incidentId();
    this.logger.warn({ msg: 'A sign-in was refused.', reason, incident });
    await this.pages.send(
      request,
      (context) => <NoticePage context={context} notice={notice(context, incident)} />,
      400,
    );
  }
}

function notice(
  { texts }: Parameters<typeof NoticePage>[0]['context'],
  incident: string,
): Parameters<typeof NoticePage>[0]['notice'] {
  return { ...texts.problems.signInRefused, incident, next: { href: '/', label: texts.problems.tryAgain } };
}
