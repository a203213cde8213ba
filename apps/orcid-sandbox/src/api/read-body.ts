import { checkSchema } from '../shape/check-schema.ts';
import { parseXml } from '../shape/parse-xml.ts';
import { readJson } from '../shape/read-json.ts';
import { readXml } from '../shape/read-xml.ts';
import { SchemaViolation } from '../shape/schema-violation.ts';
import { type Document, type Tree } from '../shape/shape.ts';
import { isJson } from './media-type.ts';
import { OrcidError } from './orcid-error.ts';

/** The body of a request, read on demand as the document that the route expects. */
export class RequestBody {
  constructor(
    private readonly type: string,
    private readonly text: string,
  ) {}

  /** @throws OrcidError 9001, 9047 or 9051 */
  read(document: Document, { lenientJson = false } = {}): Tree {
    return isJson(this.type) ? this.#readJson(document, lenientJson) : this.#readXml(document);
  }

  #readJson(document: Document, lenient: boolean): Tree {
    const json = parseJson(this.text);
    return translating('json', () => {
      const tree = readJson(document.shape, json, document.name);
      if (!lenient) checkSchema(document.shape, tree);
      return tree;
    });
  }

  #readXml(document: Document): Tree {
    return translating('xml', () => {
      const tree = readXml(document, parseXml(this.text));
      checkSchema(document.shape, tree);
      return tree;
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new OrcidError(9001, { detail: error instanceof Error ? error.message : 'not JSON' });
  }
}

/** The same fault has another code in the other format (reference: JSONInputValidator, IllegalEnumValueException). */
function translating(format: 'json' | 'xml', read: () => Tree): Tree {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SchemaViolation)) throw error;
    if (format === 'json') throw new OrcidError(9047, { params: { error: error.message } });
    if (error.kind === 'enum') throw new OrcidError(9051, { params: error.params });
    throw new OrcidError(9001, { detail: error.message });
  }
}
