import { stepsADay } from './brake.ts';

describe('how many steps that take something away are let through a day', () => {
  const usual = { holdAboveSteps: 3, holdAbovePercent: 2, holdAlwaysAbovePercent: 20 };

  it.each([
    [0, 3],
    [5, 3],
    [6, 1],
    [14, 2],
    [15, 3],
    [149, 3],
    [150, 3],
    [199, 3],
    [200, 4],
    [1000, 20],
  ])('of %i items: %i', (items, steps) => {
    expect(stepsADay(items, usual)).toBe(steps);
  });

  it('never exceeds the share that always waits, whatever the other two settings say', () => {
    expect(stepsADay(1000, { holdAboveSteps: 900, holdAbovePercent: 50, holdAlwaysAbovePercent: 10 })).toBe(100);
  });
});
