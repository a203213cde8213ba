import { type FuzzyDate, isInOrder } from '@ligature/orcid-model';
import { fault, type Fault } from './wire.ts';

interface Period {
  readonly start?: FuzzyDate;
  readonly end?: FuzzyDate;
}

/** ORCID's error 9055. */
export function orderRule({ start, end }: Period): Fault[] {
  const isWrong = start !== undefined && end !== undefined && !isInOrder(start, end);
  return isWrong ? [fault('end', 'must not be before the start')] : [];
}

/** ORCID's error 9050: fundings and research resources. */
export function startRule({ start, end }: Period): Fault[] {
  return end !== undefined && start === undefined ? [fault('start', 'is required when there is an end')] : [];
}
