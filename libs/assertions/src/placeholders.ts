import type { FeedField } from '@ligature/persistence';
import { REQUIRED_FIELDS } from './feed-fields.ts';
import type { FieldFault } from './field-kinds.ts';

/** What queries, spreadsheets and people write where there is nothing. Lines and dots by themselves say as little. */
const PLACEHOLDER = /^(?:null|\(null\)|<null>|\[null\]|n\/a|none|undefined|nan|[-–—.]+)$/i;

/** Texts that records show and a job may do without. Not names of people: some are called Null. */
const OPTIONAL_TEXTS: readonly FeedField[] = ['region', 'department', 'role'];

const PLACEHOLDER_FAULT: FieldFault = {
  cause: 'placeholder where a value is needed',
  remedy: 'only says that there is no value, and one is needed: fill it in',
};

/** Whether a cell of the field means an empty one. */
export function meansEmpty(field: FeedField, text: string): boolean {
  return OPTIONAL_TEXTS.includes(field) && isPlaceholder(text);
}

/** Without a value the row says nothing; taken for one, it would be published, or be an id that many people share. */
export function placeholderFault(field: FeedField, text: string): FieldFault | undefined {
  return REQUIRED_FIELDS.some((one) => one === field) && isPlaceholder(text) ? PLACEHOLDER_FAULT : undefined;
}

function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}
