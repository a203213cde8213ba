import { StoppedClock } from './testing/index.ts';

describe('the clock', () => {
  it.each([
    ['2024-02-29T10:30:00Z', 'Pacific/Kiritimati', '2024-03-01'],
    ['2024-02-29T10:30:00Z', 'Pacific/Pago_Pago', '2024-02-28'],
    ['2024-02-29T10:30:00Z', 'UTC', '2024-02-29'],
    ['2026-03-28T23:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-10-24T22:30:00Z', 'Europe/Berlin', '2026-10-25'],
  ])('at %s says that in %s it is %s', (at, zone, day) => {
    expect(new StoppedClock(at).today(zone).toString()).toBe(day);
  });
});
