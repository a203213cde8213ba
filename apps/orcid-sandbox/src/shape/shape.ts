/**
 * One description of a message, from which JSON and XML are read, written and checked.
 * Fields stand in ORCID's JSON order; among elements that is also the order of the XML schema
 * (orcid-model, src/main/resources/record_3.0).
 */
export type Shape = TextShape | NumberShape | BooleanShape | TimeShape | ObjectShape;

export interface TextShape {
  readonly kind: 'text';
  readonly max?: number;
  /** At least one character that is not a space or a line end (`non-empty-string` of the schema). */
  readonly filled?: true;
  readonly pattern?: RegExp;
  /** An integer between these two, both allowed. */
  readonly range?: readonly [number, number];
  /** A closed list; ORCID answers 9051 for a stranger in XML and 9047 in JSON. */
  readonly values?: readonly string[];
  /** v2 of the API names the members of closed lists in JSON as Java does: JOURNAL_ARTICLE. */
  readonly isConstant?: true;
  /** What XML writes instead, where the two formats differ (history's creation-method). */
  readonly inXml?: Readonly<Record<string, string>>;
}

export interface NumberShape {
  readonly kind: 'number';
}

export interface BooleanShape {
  readonly kind: 'boolean';
}

/** Milliseconds since 1970 in JSON, `xs:dateTime` in XML. */
export interface TimeShape {
  readonly kind: 'time';
}

export interface ObjectShape<F extends readonly Field[] = readonly Field[]> {
  readonly kind: 'object';
  readonly fields: F;
  /** JSON may give the bare text instead of the object; then it is this field. */
  readonly short?: string;
  /** The order of attributes in XML, where it is not the one of JSON. */
  readonly attributes?: readonly string[];
  /** Adds what ORCID computes at reading time, e.g. the normalized form of an identifier. */
  readonly present?: (value: Tree) => Tree;
}

export interface Field<N extends string = string, S extends Shape = Shape, M extends boolean = boolean> {
  readonly name: N;
  readonly prefix: string;
  readonly shape: S;
  readonly many: M;
  /** Where XML keeps it: in an element of its own, in an attribute, or as the text of the element around it. */
  readonly place: 'element' | 'attribute' | 'content';
  readonly required: boolean;
  /** Another field of the same object that must be there too: a day needs a month. */
  readonly needs?: string;
  /** Accepted from clients and forgotten: dates, source, path. */
  readonly readOnly?: true;
  /** How many of them at most (and at least one, if `required`). */
  readonly max?: number;
  /** An element around a list that JSON does not have (`resource-items`). */
  readonly wrapper?: string;
  /** JSON wraps each member of the list in an object with this one key (`summaries`, `bulk`). */
  readonly keyed?: true;
  /** The alternatives of a keyed list, each with its own name in both formats. */
  readonly choices?: readonly Field[];
  /** An empty list is `null` in JSON instead of `[]`: nobody asked the Java object for it. */
  readonly nullWhenEmpty?: true;
  /** Jackson is told to leave it out of JSON (source and dates of a group-id record). */
  readonly xmlOnly?: true;
}

/** A value of some shape before anybody knows which. */
export interface Tree {
  [name: string]: TreeValue;
}
export type TreeValue = string | number | boolean | null | undefined | Tree | TreeValue[];

/** The TypeScript type of a value of shape `S`; everything may be missing. */
export type ValueOf<S> = S extends TextShape
  ? string
  : S extends NumberShape | TimeShape
    ? number
    : S extends BooleanShape
      ? boolean
      : S extends ObjectShape<infer F>
        ? { [X in F[number] as X['name']]?: X['many'] extends true ? ValueOf<X['shape']>[] : ValueOf<X['shape']> }
        : never;

/** The outermost element of a message. */
export interface Document<S extends ObjectShape = ObjectShape> {
  readonly name: string;
  readonly prefix: string;
  readonly shape: S;
  /** Declared on the root in this order; what the document can use, sorted, when absent. */
  readonly namespaces?: readonly string[];
}

/** ORCID's namespaces all end in the prefix that its own answers use. */
export function namespaceUri(prefix: string): string {
  return `http://www.orcid.org/ns/${prefix}`;
}
