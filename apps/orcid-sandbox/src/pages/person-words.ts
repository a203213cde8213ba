import { type Visibility } from '../model/vocabulary.ts';
import { type Profile, type RecordState } from '../registry/orcid-record.ts';

/** Who may see something, as the person is asked it. */
export const VISIBILITY_WORDS: Readonly<Record<Visibility, string>> = {
  public: 'Everyone',
  limited: 'Trusted parties',
  private: 'Only me',
};

export function stateWords(state: RecordState): string {
  switch (state.kind) {
    case 'active':
      return 'Active';
    case 'locked':
      return 'Locked';
    case 'deactivated':
      return 'Deactivated';
    case 'merged':
      return `Merged into ${state.into}`;
    case 'unclaimed':
      return 'Not claimed yet';
  }
}

/** What a person is there to try, in words: the note of the settings, else what can be said of the record. */
export function situationWords({ note, state, key }: Profile): string {
  if (note !== undefined) return capitalized(note);
  if (state.kind !== 'active') return stateWords(state);
  return key === undefined ? '' : capitalized(key.replaceAll('-', ' '));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
