import type { EndedBy } from '@ligature/assertions';
import { type ContentOf, isInOrder, isOver } from '@ligature/orcid-model';
import type { StepRisk } from '@ligature/persistence';
import type { Temporal } from 'temporal-polyfill';
import { endOf } from './item-end.ts';
import type { WriteStep } from './plan.ts';

/** What is known beside a step itself when it is judged. */
export interface StepFacts {
  /** What was last written; null when nobody knows. */
  readonly before: ContentOf | null;
  readonly endedBy: EndedBy;
  /** The assertion stands, and begins later. */
  readonly isYetToBegin: boolean;
  readonly today: Temporal.PlainDate;
  readonly endsOlderThanDays: number;
}

/**
 * What a step takes away from a record, so that many of them wait for a person; undefined for one that adds or corrects.
 * An end that was stated ahead, or not long ago, is what the product is for and takes nothing away.
 */
export function riskOf(step: WriteStep, facts: StepFacts): StepRisk | undefined {
  switch (step.action) {
    case 'create':
      return undefined;
    case 'remove':
      return facts.isYetToBegin ? 'starts-later' : 'removed';
    case 'update':
      return facts.before === null ? undefined : changeRisk(facts.before, step.item.content, facts);
  }
}

function changeRisk(before: ContentOf, after: ContentOf, facts: StepFacts): StepRisk | undefined {
  const [endBefore, endAfter] = [endOf(before), endOf(after)];
  if (endBefore !== undefined && endAfter === undefined) return 'reopened';
  if (membersOf(before).some((member) => !membersOf(after).includes(member))) return 'erased';
  if (isAnotherJob(before, after)) return 'another-job';
  if (endAfter === undefined) return undefined;
  if (endBefore === undefined && facts.endedBy === 'absence') return 'ended-by-absence';
  // An end that stands is corrected, unless it is moved back.
  const isShortened = endBefore === undefined || !isInOrder(endBefore, endAfter);
  const { today, endsOlderThanDays } = facts;
  return isShortened && isOver(endAfter, today.subtract({ days: endsOlderThanDays })) ? 'ended-long-ago' : undefined;
}

/**
 * Of where, as what and since when one is corrected; where two change, it is as in a file whose columns slipped by a row, and
 * a person's item would say what is somebody else's.
 */
function isAnotherJob(before: ContentOf, after: ContentOf): boolean {
  const [one, other] = [tellingOf(before), tellingOf(after)];
  return one.filter((text, at) => text !== other[at]).length >= 2;
}

function tellingOf(content: ContentOf): string[] {
  if (typeof content !== 'object' || !('kind' in content)) return [];
  const { organization, role = '', start } = content;
  return [organization.name, role, [start?.year, start?.month, start?.day].join('-')];
}

/**
 * Every fact a content states, as a path: `organization.region`. Of a list each place is one: a member that is replaced is a
 * correction, one too few is a loss. Identifiers of ours stand on both sides, and the end is judged by itself.
 */
function membersOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.map((_, at) => `${path}[${at}]`);
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value)
    .filter(([name, member]) => member !== undefined && !(path === '' && name === 'end'))
    .flatMap(([name, member]) => membersOf(member, `${path}.${name}`));
}
