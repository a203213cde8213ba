import { metaphorsIn } from './metaphors.ts';

describe('a picture instead of a term', () => {
  it.each(['the one door to it', 'Doors', 'doorOf(path)', 'backDoor', 'http/doors.spec.ts'])(
    'is found alone, in names of code and in file names: %s',
    (text) => {
      expect(metaphorsIn(text)).toHaveLength(1);
    },
  );

  it('is reported with the term to use', () => {
    expect(metaphorsIn('Two Scenes.')).toEqual(['"Scenes"; the term is: context, fixture']);
  });

  it.each(['indoors', 'the scenery', 'indeed', 'helpdesk', 'impatience'])(
    'is not found within another word: %s',
    (text) => {
      expect(metaphorsIn(text)).toEqual([]);
    },
  );
});
