import { constantOf } from './constant-of.ts';
import { type Field, type ObjectShape, type Shape, type Tree, type TreeValue } from './shape.ts';

/** Every property in ORCID's order, `null` when empty, lists as `[]`. */
export function writeJson(shape: ObjectShape, value: Tree): Tree {
  const shown = shape.present === undefined ? value : shape.present(value);
  const json: Tree = {};
  for (const field of shape.fields) {
    if (field.xmlOnly !== true) json[field.name] = writeMember(field, shown[field.name]);
  }
  return json;
}

function writeMember(field: Field, value: TreeValue): TreeValue {
  if (!field.many) return writeValue(field.shape, value);
  const members = (value ?? []) as TreeValue[];
  if (members.length === 0 && field.nullWhenEmpty === true) return null;
  return members.map((member) => (field.keyed === true ? writeKeyed(field, member) : writeValue(field.shape, member)));
}

function writeKeyed(field: Field, member: TreeValue): TreeValue {
  const [choice] = Object.entries(member as Tree);
  const shape = field.choices?.find((candidate) => candidate.name === choice?.[0])?.shape;
  return choice === undefined || shape === undefined ? null : { [choice[0]]: writeValue(shape, choice[1]) };
}

function writeValue(shape: Shape, value: TreeValue): TreeValue {
  if (value === undefined || value === null) return null;
  if (shape.kind === 'object') return writeJson(shape, value as Tree);
  return shape.kind === 'text' && shape.isConstant === true ? constantOf(value as string) : value;
}
