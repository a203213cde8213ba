import { attribute, content, element, object, orText, shortWrapped, text } from '../shape/fields.ts';
import { type Tree, type ValueOf } from '../shape/shape.ts';

export const titleText = text({ max: 1000, filled: true });

/** A bare text is read, and then lacks its language. */
const translatedTitle = orText(
  'value',
  object(content('value', text({ max: 1000, filled: true })), attribute('language-code', text(), { required: true })),
);

/** Title and translation: fundings, research resources. */
export const title = object(
  element('common', 'title', shortWrapped(titleText), { required: true }),
  element('common', 'translated-title', translatedTitle),
);

/** The same with a subtitle: works, subjects of reviews. */
export const titleWithSubtitle = object(
  element('common', 'title', shortWrapped(titleText), { required: true }),
  element('common', 'subtitle', shortWrapped(text({ max: 1000 }))),
  element('common', 'translated-title', translatedTitle),
);
/** In a work's summary, where the subtitle has a place and is never filled (S: MapperFacadeFactory, WorkSummary). */
export const titleInSummary = {
  ...titleWithSubtitle,
  present: (title: Tree): Tree => ({ ...title, subtitle: undefined }),
};
export type Title = ValueOf<typeof titleWithSubtitle>;
