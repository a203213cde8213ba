import { Injectable } from '@nestjs/common';
import { LostKeyConcerns } from './lost-key-concerns.ts';
import { SetUpConcerns } from './set-up-concerns.ts';
import { WorkConcerns } from './work-concerns.ts';

/**
 * What somebody should look after although work goes on: the same wherever it is asked. In words for operators that may be
 * public: how many, and not which, for whom an institution trusts is for its administrators only.
 */
@Injectable()
export class Concerns {
  constructor(
    private readonly setUp: SetUpConcerns,
    private readonly work: WorkConcerns,
    private readonly lostKeys: LostKeyConcerns,
  ) {}

  async list(): Promise<readonly string[]> {
    return [...(await this.setUp.list()), ...(await this.work.list()), ...(await this.lostKeys.list())];
  }
}
