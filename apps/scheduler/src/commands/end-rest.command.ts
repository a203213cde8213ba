import { RateSlots } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** Ends a rest that ORCID asked for, when an operator knows that it is over. */
@Injectable()
export class EndRestCommand {
  constructor(private readonly slots: RateSlots) {}

  async run(): Promise<string> {
    const until = await this.slots.restingUntil();
    if (until === null) return 'Nothing rests: requests go to ORCID at their usual pace.';
    await this.slots.endRests();
    return `Requests would have rested until ${until.toISOString()}. All processes send them again within five seconds.`;
  }
}
