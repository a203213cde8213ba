import { listIn } from './json.ts';
import { fault, readRequired, type Wire } from './wire.ts';

/** Any number of values; an empty list is not sent. */
export function list<T>(
  member: Wire<T>,
  { min = 0, max = Infinity }: { min?: number; max?: number } = {},
): Wire<readonly T[]> {
  return {
    write: (values) => (values.length === 0 ? undefined : values.map((value) => member.write(value))),
    read: (json) => listIn(json).map((one) => readRequired(member, one)),
    nothing: () => [],
    faults: (values: unknown) => {
      if (!Array.isArray(values)) return [fault('', 'must be a list')];
      if (values.length < min) return [fault('', min === 1 ? 'needs at least one' : `needs at least ${min}`)];
      if (values.length > max) return [fault('', `must have at most ${max}`)];
      return values.flatMap((value: T, index) =>
        member.faults(value).map(({ at, problem }) => fault(`[${index}]${at === '' ? '' : `.${at}`}`, problem)),
      );
    },
  };
}
