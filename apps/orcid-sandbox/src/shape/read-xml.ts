import { type XmlElement } from './parse-xml.ts';
import { readText } from './read-text.ts';
import { SchemaViolation } from './schema-violation.ts';
import {
  type Document,
  type Field,
  namespaceUri,
  type ObjectShape,
  type Shape,
  type Tree,
  type TreeValue,
} from './shape.ts';

/** Reads an element as the schema demands: known names in their namespaces, in the order of the sequence. */
export function readXml(document: Document, root: XmlElement): Tree {
  if (!isNamed(root, document)) {
    throw new SchemaViolation(`expected ${document.name}, found ${root.name} in namespace '${root.uri}'`);
  }
  return readObject(document.shape, root);
}

function readObject(shape: ObjectShape, element: XmlElement): Tree {
  const value: Tree = {};
  const rest = [...element.children];
  for (const field of shape.fields) {
    const read = readField(field, element, rest);
    if (read !== undefined && field.readOnly !== true) value[field.name] = read;
  }
  const [stranger] = rest;
  if (stranger !== undefined) throw unexpected(stranger, element);
  refuseUnknownAttributes(shape, element);
  return value;
}

function readField(field: Field, element: XmlElement, rest: XmlElement[]): TreeValue {
  if (field.place === 'content') return readValue(field.shape, element);
  if (field.place === 'attribute') {
    const raw = element.attributes.get(field.name);
    return raw === undefined ? undefined : readAttribute(field, raw);
  }
  if (field.choices !== undefined) return takeChoices(field.choices, rest);
  if (field.wrapper !== undefined) return readWrapped(field, rest);
  const found = takeWhile(rest, (child) => isNamed(child, field));
  if (field.many) return found.length === 0 ? undefined : found.map((child) => readValue(field.shape, child));
  if (found.length > 1) throw new SchemaViolation(`more than one ${field.name} in ${element.name}`);
  return found[0] === undefined ? undefined : readValue(field.shape, found[0]);
}

function takeChoices(choices: readonly Field[], rest: XmlElement[]): TreeValue[] {
  const chosen = takeWhile(rest, (child) => choices.some((choice) => isNamed(child, choice)));
  return chosen.map((child) => {
    const choice = choices.find((candidate) => isNamed(child, candidate));
    return choice === undefined ? {} : { [choice.name]: readValue(choice.shape, child) };
  });
}

function readWrapped(field: Field, rest: XmlElement[]): TreeValue {
  const [wrapper] = takeWhile(rest, (child) => isNamed(child, { name: field.wrapper ?? '', prefix: field.prefix }));
  if (wrapper === undefined) return undefined;
  const [stranger] = wrapper.children.filter((child) => !isNamed(child, field));
  if (stranger !== undefined) throw unexpected(stranger, wrapper);
  return wrapper.children.map((child) => readValue(field.shape, child));
}

function readValue(shape: Shape, element: XmlElement): TreeValue {
  if (shape.kind === 'object') return readObject(shape, element);
  const [child] = element.children;
  if (child !== undefined) throw unexpected(child, element);
  return readText(shape, element.text, element.name);
}

function readAttribute(field: Field, raw: string): TreeValue {
  return field.shape.kind === 'object' ? undefined : readText(field.shape, raw, field.name);
}

function refuseUnknownAttributes(shape: ObjectShape, element: XmlElement): void {
  for (const name of element.attributes.keys()) {
    if (!shape.fields.some((field) => field.place === 'attribute' && field.name === name)) {
      throw new SchemaViolation(`attribute ${name} is not allowed on ${element.name}`);
    }
  }
}

function unexpected(child: XmlElement, parent: XmlElement): SchemaViolation {
  return new SchemaViolation(`element ${child.name} is not expected in ${parent.name}`);
}

function takeWhile(rest: XmlElement[], fits: (child: XmlElement) => boolean): XmlElement[] {
  const end = rest.findIndex((child) => !fits(child));
  return rest.splice(0, end === -1 ? rest.length : end);
}

function isNamed(element: XmlElement, wanted: { readonly name: string; readonly prefix: string }): boolean {
  return element.name === wanted.name && element.uri === namespaceUri(wanted.prefix);
}
