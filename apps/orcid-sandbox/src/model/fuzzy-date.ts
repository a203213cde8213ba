import { element, object, text, wrapped } from '../shape/fields.ts';
import { type ValueOf } from '../shape/shape.ts';

const part = (low: number, high: number) => wrapped(text({ range: [low, high] }));

/** A date that may lack its day, or its day and month (common-3.0.xsd, fuzzy-date). */
export const fuzzyDate = object(
  element('common', 'year', part(1900, 2100), { required: true }),
  element('common', 'month', part(1, 12)),
  element('common', 'day', part(1, 31), { needs: 'month' }),
);
export type FuzzyDate = ValueOf<typeof fuzzyDate>;
