import { Temporal } from 'temporal-polyfill';

/** The one place that asks what time it is, so that tests can set it. */
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The calendar day it is now in an IANA time zone: dates of employment are days there, never instants. */
  today(timeZone: string): Temporal.PlainDate {
    return Temporal.Instant.fromEpochMilliseconds(this.now().getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  }
}
