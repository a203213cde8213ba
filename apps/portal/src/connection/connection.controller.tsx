import {
  type ConnectionEnd,
  ConnectionRows,
  JobQueue,
  PRIORITY,
  type ShownConnection,
  type VisitorRow,
} from '@ligature/persistence';
import { RecordOverview, RemovedItems } from '@ligature/record-sync';
import { CsrfGuard } from '@ligature/web';
import { Controller, Get, Header, Param, ParseUUIDPipe, Post, Redirect, UseGuards } from '@nestjs/common';
import { isBeingWritten } from '../components/item-standing.ts';
import { isPaused, isWorthAsking } from '../components/standing.ts';
import { ConnectionPage } from '../pages/connection.page.tsx';
import { EndedPage } from '../pages/ended.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { ASK_ONCE_IN_SECONDS, type ConnectionTest, isUnderWay, mayTest, testOf } from './connection-test.ts';

/** "My connection": what is connected, and what was written. */
@Controller('connection')
@UseGuards(SignedInGuard, CsrfGuard)
export class ConnectionController {
  constructor(
    private readonly rows: ConnectionRows,
    private readonly overview: RecordOverview,
    private readonly removed: RemovedItems,
    private readonly queue: JobQueue,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const connection = (await this.rows.latestOf(visitor.tenant.id, [person.id])).get(person.id);
    if (connection === undefined) visitor.response.redirect(303, '/connect');
    else if (connection.endedBy != null) await this.showEnded(visitor, connection, connection.endedBy);
    else await this.showActive(visitor, connection);
  }

  /** For the page's script: whether anything is still to be written. */
  @Get('status')
  @Header('Cache-Control', 'no-store')
  async status(
    @CurrentVisitor() { tenant }: Visitor,
    @CurrentPerson() person: VisitorRow,
  ): Promise<{ isWorking: boolean }> {
    const connection = await this.rows.findActive(tenant.id, person.id);
    if (connection === undefined) return { isWorking: false };
    const test = await this.testOf(connection);
    if (isPaused(connection)) return { isWorking: isUnderWay(test) };
    if (test.kind === 'running') return { isWorking: true };
    return { isWorking: (await this.overview.of(tenant, connection)).some(isBeingWritten) };
  }

  /** Whoever wants to know how their permission or record stands has ORCID asked at once. */
  @Post('check')
  @Redirect('/connection', 303)
  async check(@CurrentVisitor() { tenant }: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const connection = await this.rows.findActive(tenant.id, person.id);
    if (connection === undefined || !isWorthAsking(connection)) return;
    if (!mayTest(await this.queue.latest('check-now', connection.id), new Date())) return;
    await this.queue.enqueue(
      'check-now',
      { connectionId: connection.id },
      {
        institutionId: tenant.id,
        key: connection.id,
        priority: PRIORITY.person,
        onceInSeconds: ASK_ONCE_IN_SECONDS,
      },
    );
  }

  /** Something its owner took off the record is wanted there again. */
  @Post('items/:id/add-again')
  @Redirect('/connection', 303)
  async addAgain(@CurrentPerson() person: VisitorRow, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.removed.allowAgain(person, id);
  }

  private async showActive(visitor: Visitor, connection: ShownConnection): Promise<void> {
    const items = await this.overview.of(visitor.tenant, connection);
    const test = await this.testOf(connection);
    await this.pages.send(visitor, (context) => (
      <ConnectionPage context={context} connection={connection} items={items} test={test} />
    ));
  }

  private async testOf({ id }: ShownConnection): Promise<ConnectionTest> {
    return testOf(await this.queue.latest('check-now', id), new Date());
  }

  private async showEnded(visitor: Visitor, connection: ShownConnection, endedBy: ConnectionEnd): Promise<void> {
    await this.pages.send(visitor, (context) => (
      <EndedPage context={context} connection={connection} endedBy={endedBy} />
    ));
  }
}
