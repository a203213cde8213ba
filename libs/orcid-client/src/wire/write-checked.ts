import { InvalidItemError } from '../errors/invalid-item.error.ts';
import type { Wire } from './wire.ts';

/** Writes a value as ORCID takes it. @throws InvalidItemError when ORCID would not take it; then nothing is sent */
export function writeChecked<T>(wire: Wire<T>, value: T, path: string): unknown {
  const faults = wire.faults(value);
  if (faults.length === 0) return wire.write(value);
  const explanation = faults.map(({ at, problem }) => (at === '' ? problem : `${at} ${problem}`)).join('; ');
  throw new InvalidItemError({ status: 0, reason: 'faulty, not sent', path }, explanation);
}
