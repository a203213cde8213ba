/** How one section of a record looks over the API: as much as this model of ORCID needs. */
export interface ModelSection {
  /** Segment of the path of one item, and of the whole list. */
  readonly itemPath: string;
  readonly listPath: string;
  readonly half: 'activities' | 'person';
  readonly scope: '/activities/update' | '/person/update';
  /** What ORCID's list of such items looks like. */
  readonly list: (items: readonly object[]) => object;
}

const groups = (summary: string) => (items: readonly object[]) => ({
  group: items.map((item) => ({ [summary]: [item] })),
});
const activity = { half: 'activities', scope: '/activities/update' } as const;
const personal = { half: 'person', scope: '/person/update' } as const;

/** Sections of each kind: with identifiers, created in bulk, compared by a member, compared as a whole. */
export const MODEL_SECTIONS = {
  employment: {
    ...activity,
    itemPath: 'employment',
    listPath: 'employments',
    list: (items) => ({
      'affiliation-group': items.map((item) => ({ summaries: [{ 'employment-summary': item }] })),
    }),
  },
  work: { ...activity, itemPath: 'work', listPath: 'works', list: groups('work-summary') },
  funding: { ...activity, itemPath: 'funding', listPath: 'fundings', list: groups('funding-summary') },
  'researcher-url': {
    ...personal,
    itemPath: 'researcher-urls',
    listPath: 'researcher-urls',
    list: (items) => ({ 'researcher-url': items }),
  },
  keyword: { ...personal, itemPath: 'keywords', listPath: 'keywords', list: (items) => ({ keyword: items }) },
} as const satisfies Readonly<Record<string, ModelSection>>;

export type ModelSectionName = keyof typeof MODEL_SECTIONS;

export const MODEL_SECTION_NAMES = Object.keys(MODEL_SECTIONS) as readonly ModelSectionName[];

/** The section that a segment of a path names. */
export function sectionAt(segment: string): ModelSectionName | undefined {
  return MODEL_SECTION_NAMES.find(
    (name) => MODEL_SECTIONS[name].itemPath === segment || MODEL_SECTIONS[name].listPath === segment,
  );
}
