import { Controller, Get, Header } from '@nestjs/common';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  type HealthCheckResult,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { Readiness } from './readiness.ts';

/** For load balancers and orchestrators. Alive: do not restart me. Ready: send me visitors. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    const session = this.indicator.check('database');
    return this.health.check([
      () =>
        this.readiness.check().then(
          () => session.up(),
          () => session.down(),
        ),
      () => this.service(),
    ]);
  }

  /** Always up: to stop an app because of a concern would make it worse. */
  private async service(): Promise<HealthIndicatorResult> {
    const concerns = await this.readiness.concerns().catch(() => []);
    const session = this.indicator.check('service');
    return concerns.length === 0 ? session.up() : session.up({ concerns });
  }
}
