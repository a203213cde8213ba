/** A process that dies at a given step: a query, a commit, or a call to ORCID, before or after each takes effect. */
export class Crash {
  private left = Infinity;
  private died = false;

  get isDead(): boolean {
    return this.died;
  }

  /** It dies after so many steps. */
  after(steps: number): void {
    this.left = steps;
  }

  /** Another process takes over. @returns whether this one died */
  over(): boolean {
    const had = this.died;
    this.left = Infinity;
    this.died = false;
    return had;
  }

  /** @throws when the process is dead, so that nothing it goes on to do has an effect */
  step(): void {
    if (--this.left < 0) this.died = true;
    if (this.died) throw new Error('The process died.');
  }
}
