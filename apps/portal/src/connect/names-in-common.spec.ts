import { haveNothingInCommon } from './names-in-common.ts';

describe('two names', () => {
  it.each([
    ['Lena Brandt', 'Lena Brandt'],
    ['Lena Brandt', 'LENA M. BRANDT-MÜLLER'],
    ['José Muñoz Ibáñez', 'Jose Munoz'],
    ['Brandt, Lena', 'L. Petersen'],
    ['Anna Schmidt', 'Anna Okafor'],
    ['李明', '李明'],
    ['李明', 'Li Ming'],
    ['Анна Петрова', 'Anna Petrova'],
    ['', 'Lena Brandt'],
    ['Lena Brandt', '–'],
  ])('%s and %s have something in common, or cannot be compared', (one, other) => {
    expect(haveNothingInCommon(one, other)).toBe(false);
    expect(haveNothingInCommon(other, one)).toBe(false);
  });

  it.each([
    ['Lena Brandt', 'Amara Okafor'],
    ['Sam Kowalczyk', 'José Muñoz Ibáñez'],
    ['李明', '王芳'],
    ['Анна Петрова', 'Борис Иванов'],
    ['Lena Brandt 李', 'Amara Okafor'],
  ])('%s and %s have nothing in common', (one, other) => {
    expect(haveNothingInCommon(one, other)).toBe(true);
    expect(haveNothingInCommon(other, one)).toBe(true);
  });
});
