/** A title in another language, at most 1,000 characters. */
export interface TranslatedTitle {
  readonly text: string;
  /** Two letters, or `zh_CN`, `zh_TW`. */
  readonly language: string;
}

/** What is called something: at most 1,000 characters a title. */
export interface Titled {
  readonly title: string;
  readonly translatedTitle?: TranslatedTitle;
}
