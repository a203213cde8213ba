import { incidentId } from '@ligature/runtime';
import type { RefusalReason } from '@ligature/saml-auth';
import { Injectable, Logger } from '@nestjs/common';
import { NoticePage } from '../pages/notice.page.tsx';
import { Pages } from '../pages/pages.ts';
import type { Texts } from '../texts/en.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** Tells a person that a message of their institution was refused, in one fixed text; the log alone says why. */
@Injectable()
export class SignInRefusal {
  private readonly logger = new Logger(SignInRefusal.name);

  constructor(private readonly pages: Pages) {}

  async send(visitor: Visitor, reason: RefusalReason): Promise<void> {
    const incident = incidentId();
    this.logger.warn({ msg: 'A sign-in was refused.', reason, incident });
    await this.show(visitor, incident, 'signInRefused');
  }

  async sendForLogout(visitor: Visitor, reason: RefusalReason): Promise<void> {
    const incident = incidentId();
    this.logger.warn({ msg: 'A sign-out was refused.', reason, incident });
    await this.show(visitor, incident, 'logoutRefused');
  }

  private show(
    visitor: Visitor,
    incident: string,
    problem: keyof Pick<Texts['problems'], 'signInRefused' | 'logoutRefused'>,
  ): Promise<void> {
    return this.pages.send(
      visitor,
      (context) => {
        const { problems } = context.texts;
        const notice = { ...problems[problem], incident, next: { href: '/', label: problems.tryAgain } };
        return <NoticePage context={context} notice={notice} />;
      },
      400,
    );
  }
}
