import {
  type BooleanShape,
  type Field,
  type NumberShape,
  type ObjectShape,
  type Shape,
  type TextShape,
  type TimeShape,
} from './shape.ts';

type Options = Pick<Field, 'max' | 'needs' | 'nullWhenEmpty' | 'readOnly' | 'wrapper' | 'xmlOnly'> & {
  readonly required?: true;
};

export const number: NumberShape = { kind: 'number' };
export const boolean: BooleanShape = { kind: 'boolean' };
export const time: TimeShape = { kind: 'time' };

export function text(limits: Omit<TextShape, 'kind'> = {}): TextShape {
  return { kind: 'text', ...limits };
}

export function oneOf(values: readonly string[]): TextShape {
  return { kind: 'text', values };
}

export function object<const F extends readonly Field[]>(...fields: F): ObjectShape<F> {
  return { kind: 'object', fields };
}

/** As `object`, with its attributes in this order in XML. */
export function objectWith(...attributes: readonly string[]) {
  return <const F extends readonly Field[]>(...fields: F): ObjectShape<F> => ({ kind: 'object', fields, attributes });
}

/** `{"value": …}` in JSON, the bare text in XML. */
export function wrapped<S extends Shape>(shape: S): ObjectShape<readonly [Field<'value', S, false>]> {
  return object(content('value', shape));
}

/** As `wrapped`, and JSON may leave the wrapper out. */
export function shortWrapped<S extends Shape>(shape: S): ObjectShape<readonly [Field<'value', S, false>]> {
  return orText('value', wrapped(shape));
}

/** JSON may give a bare text for the one field: Jackson finds a constructor that takes a string. */
export function orText<F extends readonly Field[]>(name: F[number]['name'], shape: ObjectShape<F>): ObjectShape<F> {
  return { ...shape, short: name };
}

export function element<N extends string, S extends Shape>(
  prefix: string,
  name: N,
  shape: S,
  options: Options = {},
): Field<N, S, false> {
  return { name, prefix, shape, many: false, place: 'element', ...options, required: options.required ?? false };
}

export function elements<N extends string, S extends Shape>(
  prefix: string,
  name: N,
  shape: S,
  options: Options = {},
): Field<N, S, true> {
  return { name, prefix, shape, many: true, place: 'element', ...options, required: options.required ?? false };
}

export function attribute<N extends string, S extends Shape>(
  name: N,
  shape: S,
  options: Options = {},
): Field<N, S, false> {
  return { name, prefix: '', shape, many: false, place: 'attribute', ...options, required: options.required ?? false };
}

export function content<N extends string, S extends Shape>(name: N, shape: S): Field<N, S, false> {
  return { name, prefix: '', shape, many: false, place: 'content', required: true };
}

/** A list whose members say in JSON, by their one key, which of `choices` they are; in XML they stand side by side. */
export function keyedList<N extends string, const C extends readonly Field[]>(
  name: N,
  choices: C,
  options: Options = {},
): Field<N, ObjectShape<C>, true> {
  return {
    name,
    prefix: '',
    shape: object(...choices),
    many: true,
    place: 'element',
    keyed: true,
    choices,
    ...options,
    required: options.required ?? false,
  };
}
