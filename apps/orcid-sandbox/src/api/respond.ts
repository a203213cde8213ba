import { type FastifyReply } from 'fastify';
import { ERROR } from '../model/record-documents.ts';
import { reportFault } from '../http/report-fault.ts';
import { prettyJson } from '../shape/pretty-json.ts';
import { type Document, type Tree } from '../shape/shape.ts';
import { writeJson } from '../shape/write-json.ts';
import { writeUnprefixedXml, writeXml } from '../shape/write-xml.ts';
import { type Answer } from './answer.ts';
import { isJson, type MediaType } from './media-type.ts';
import { OAuthShapedError } from './oauth-shaped-error.ts';
import { OrcidError } from './orcid-error.ts';

export function sendAnswer(reply: FastifyReply, answer: Answer, type: string): FastifyReply {
  reply.code(answer.status).headers(answer.headers ?? {});
  if (answer.document === undefined && answer.text === undefined) return reply.send();
  const text = answer.document === undefined ? answer.text : write(answer.document, answer.value ?? {}, type);
  return reply.type(`${type};charset=UTF-8`).send(text);
}

/** Both shapes of refusal; anything unforeseen is ORCID's 500/9008. */
export function sendError(reply: FastifyReply, error: unknown, type: MediaType): FastifyReply {
  if (error instanceof OAuthShapedError) {
    const body = { error: error.error, error_description: error.description };
    return reply.code(error.status).type('application/json;charset=UTF-8').send(JSON.stringify(body));
  }
  const refusal = error instanceof OrcidError ? error : new OrcidError(9008);
  if (refusal !== error) reportFault(error);
  return reply
    .code(refusal.status)
    .headers(refusal.headers)
    .type(`${type};charset=UTF-8`)
    .send(write(ERROR, refusal.toTree(), type));
}

function write(document: Document, value: Tree, type: string): string {
  if (!isJson(type)) return document === ERROR ? writeUnprefixedXml(ERROR, value) : writeXml(document, value);
  const json = writeJson(document.shape, value);
  return type === 'application/json' ? JSON.stringify(json) : prettyJson(json);
}
