import { Connections } from '@ligature/connections';
import { type Connection, ConnectionRepository, type Person } from '@ligature/persistence';
import { type OverviewItem, RecordOverview, RemovedItems } from '@ligature/record-sync';
import { CsrfGuard } from '@ligature/web';
import { Controller, Get, Header, Param, ParseUUIDPipe, Post, Redirect, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { ConnectionPage } from '../pages/connection.page.tsx';
import { DisconnectPage } from '../pages/disconnect.page.tsx';
import { EndedPage } from '../pages/ended.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';

/** "My connection": what is connected, what was written, and the way out. */
@Controller('connection')
@UseGuards(SignedInGuard, CsrfGuard)
export class ConnectionController {
  constructor(
    private readonly connections: Connections,
    private readonly repository: ConnectionRepository,
    private readonly overview: RecordOverview,
    private readonly removed: RemovedItems,
    private readonly institution: CurrentInstitution,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: Request, @CurrentPerson() person: Person): Promise<void> {
    const connection = (await this.repository.allOf([person.id])).at(-1);
    if (connection === undefined) request.res?.redirect(303, '/connect');
    else if (connection.endedBy != null) await this.showEnded(request, connection.endedBy);
    else await this.showActive(request, connection);
  }

  /** For the page's script: whether anything is still to be written. */
  @Get('status')
  @Header('Cache-Control', 'no-store')
  async status(@CurrentPerson() person: Person): Promise<{ isWorking: boolean }> {
    const connection = await this.connections.findActive(person.id);
    const items = connection === null ? [] : await this.items(connection);
    return { isWorking: items.some((item) => item.isPending && item.problem === null) };
  }

  @Get('disconnect')
  async ask(@Req() request: Request, @CurrentPerson() person: Person): Promise<void> {
    const connection = await this.connections.findActive(person.id);
    if (connection === null) request.res?.redirect(303, '/connection');
    else await this.pages.send(request, (context) => <DisconnectPage context={context} connection={connection} />);
  }

  @Post('disconnect')
  @Redirect('/connection', 303)
  async disconnect(@CurrentPerson() person: Person): Promise<void> {
    await this.connections.disconnect(person);
  }

  /** Something its owner took off the record is wanted there again. */
  @Post('items/:id/add-again')
  @Redirect('/connection', 303)
  async addAgain(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.removed.allowAgain(person, id);
  }

  private async showActive(request: Request, connection: Connection): Promise<void> {
    const items = await this.items(connection);
    await this.pages.send(request, (context) => (
      <ConnectionPage context={context} connection={connection} items={items} />
    ));
  }

  private async showEnded(request: Request, endedBy: NonNullable<Connection['endedBy']>): Promise<void> {
    await this.pages.send(request, (context) => <EndedPage context={context} endedBy={endedBy} />);
  }

  private async items(connection: Connection): Promise<OverviewItem[]> {
    return this.overview.of(await this.institution.get(), connection);
  }
}
