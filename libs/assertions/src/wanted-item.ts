import { type Affiliation, type FuzzyDate, isOver, isYetToCome, parseFuzzyDate } from '@ligature/orcid-model';
import type { Appointment, FeedRules } from '@ligature/persistence';
import { Temporal } from 'temporal-polyfill';

/** What should stand on the record for one appointment. Our own identifier is added when it is written. */
export interface WantedItem {
  readonly appointmentId: string;
  readonly affiliation: Omit<Affiliation, 'externalIds'>;
}

/**
 * What the institution asserts of an appointment on a given day (in its own time zone): nothing before it begins, and its
 * end from the day after the last day (our choice: an end that may still be postponed is not published).
 */
export function wantedItem(
  appointment: Appointment,
  rules: FeedRules,
  today: Temporal.PlainDate,
): WantedItem | undefined {
  const start = date(appointment.startDate);
  if (start !== undefined && isYetToCome(start, today)) return undefined;
  const end = endOf(appointment, rules);
  return {
    appointmentId: appointment.id,
    affiliation: {
      kind: 'employment',
      organization: organizationOf(appointment),
      ...defined({ department: appointment.department, role: appointment.role, url: appointment.url }),
      ...(start && { start }),
      ...(end && isOver(end, today) && { end }),
    },
  };
}

function organizationOf({
  organizationName: name,
  city,
  region,
  country,
  rorId,
}: Appointment): Affiliation['organization'] {
  return { name, city, ...defined({ region }), country, identifier: { registry: 'ROR', value: rorId } };
}

/** A job that vanished from the export ended, where the institution says so, on the day before it was first missed. */
function endOf({ endDate, absentSince }: Appointment, { absentMeans }: FeedRules): FuzzyDate | undefined {
  const stated = date(endDate);
  if (stated !== undefined || absentMeans === 'keep' || absentSince == null) return stated;
  const { year, month, day } = Temporal.PlainDate.from(absentSince).subtract({ days: 1 });
  return { year, month, day };
}

function date(text: string | null | undefined): FuzzyDate | undefined {
  return text == null ? undefined : parseFuzzyDate(text);
}

function defined<T extends Record<string, string | null | undefined>>(given: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) as { [K in keyof T]?: string };
}
