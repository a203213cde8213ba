import { Clock } from '../clock.ts';

/** A clock that shows what a test sets it to. */
export class StoppedClock extends Clock {
  private at: Date;

  constructor(at: string) {
    super();
    this.at = new Date(at);
  }

  override now(): Date {
    return this.at;
  }

  moveTo(at: string): void {
    this.at = new Date(at);
  }
}
