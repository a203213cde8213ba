import { incidentId } from '@ligature/runtime';
import type { RefusalReason } from '@ligature/saml-auth';
import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { NoticePage } from '../pages/notice.page.tsx';
import { Pages } from '../pages/pages.ts';
import type { Texts } from '../texts/en.ts';

/** Tells a person that a message of their institution was refused, in one fixed text; the log alone says why. */
@Injectable()
export class SignInRefusal {
  private readonly logger = new Logger(SignInRefusal.name);

  constructor(private readonly pages: Pages) {}

  async send(request: Request, reason: RefusalReason): Promise<void> {
    const incident = incidentId();
    this.logger.warn({ msg: 'A sign-in was refused.', reason, incident });
    await this.show(request, incident, 'signInRefused');
  }

  async sendForLogout(request: Request, reason: RefusalReason): Promise<void> {
    const incident = incidentId();
    this.logger.warn({ msg: 'A sign-out was refused.', reason, incident });
    await this.show(request, incident, 'logoutRefused');
  }

  private show(
    request: Request,
    incident: string,
    problem: keyof Pick<Texts['problems'], 'signInRefused' | 'logoutRefused'>,
  ): Promise<void> {
    return this.pages.send(
      request,
      (context) => {
        const { problems } = context.texts;
        const notice = { ...problems[problem], incident, next: { href: '/', label: problems.tryAgain } };
        return <NoticePage context={context} notice={notice} />;
      },
      400,
    );
  }
}
