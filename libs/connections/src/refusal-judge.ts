import {
  type Connection,
  type CounterCheck,
  TokenEvidence,
  TokenEvidenceRepository,
  type TokenUse,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { judge, type PermissionEnd } from './judge-evidence.ts';
import { PermissionConfig } from './permission.config.ts';

/** So many people at once, and such a share of those whose tokens were used: something is wrong at ORCID, or with our client. */
const JUMP = { people: 5, share: 0.2, withinMs: 10 * 60_000 } as const;
/** During a jump nothing is believed that has been in doubt for less. */
const JUMP_HOLDS_MS = 3_600_000;
/** Between the two refusals that somebody asked for who waits for the answer. */
const ASKED_WITHIN_MS = 120_000;
const ASKED_REFUSALS = 2;

/** Keeps refusals of tokens, and says what they prove. */
@Injectable()
export class RefusalJudge {
  constructor(
    private readonly evidence: TokenEvidenceRepository,
    private readonly config: PermissionConfig,
    private readonly clock: Clock,
  ) {}

  note({ id: connectionId }: Connection, usedFor: TokenUse, counterCheck: CounterCheck): void {
    this.evidence.add(new TokenEvidence({ connectionId, at: this.clock.now(), usedFor, counterCheck }));
  }

  /** What there is since the token was last accepted. @returns undefined while it is not enough */
  async endBy(connection: Connection): Promise<PermissionEnd | undefined> {
    const { refusals, apartMs, withinMs } = this.config;
    const end = judge(await this.refusalsOf(connection, withinMs), refusals, apartMs);
    return end !== undefined && (await this.isHeldBack(connection)) ? undefined : end;
  }

  /** Somebody asked, and waits: two refusals in a row are enough, since they know best whether they took it back. */
  async endNow(connection: Connection): Promise<PermissionEnd | undefined> {
    return judge(await this.refusalsOf(connection, ASKED_WITHIN_MS), ASKED_REFUSALS, 0);
  }

  private async refusalsOf({ id, checkedAt }: Connection, withinMs: number) {
    const since = Math.max(this.clock.now().getTime() - withinMs, checkedAt.getTime());
    return this.evidence.of(id, new Date(since));
  }

  private async isHeldBack({ environment, doubtedSince }: Connection): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (doubtedSince != null && now - doubtedSince.getTime() >= JUMP_HOLDS_MS) return false;
    const { refused, used } = await this.evidence.refusalsSince(environment, new Date(now - JUMP.withinMs));
    return refused >= JUMP.people && refused >= used * JUMP.share;
  }
}
