import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Does something in one transaction and takes all of it back: what it would do is seen, and nothing is done. */
@Injectable()
export class DryRun {
  constructor(private readonly em: EntityManager) {}

  /** @param work may read what it has changed; what it gives is all that remains of it */
  async of<T>(work: () => Promise<T>): Promise<T> {
    const over = new Error('The dry run is over.');
    const results: T[] = [];
    try {
      await this.em.transactional(async () => {
        results.push(await work());
        throw over;
      });
    } catch (error) {
      if (error !== over) throw error;
    }
    return results[0] as T;
  }
}
