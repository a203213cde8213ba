import { z } from 'zod';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { readXml } from '../saml/xml-reader.ts';
import { xmlText } from '../saml/xml-schema.ts';

const logoutRequestSchema = z.object({
  LogoutRequest: z
    .object({
      '@ID': z.string().min(1),
      '@Destination': z.string().optional(),
      Issuer: xmlText,
      NameID: xmlText,
      SessionIndex: z.array(xmlText).default([]),
    })
    .transform((element) => ({
      id: element['@ID'],
      destination: element['@Destination'],
      issuer: element.Issuer,
      nameId: element.NameID,
      sessionIndexes: element.SessionIndex,
    })),
});

const logoutResponseSchema = z.object({
  LogoutResponse: z
    .object({
      '@InResponseTo': z.string().min(1),
      '@Destination': z.string().optional(),
      Issuer: xmlText,
      Status: z.object({ StatusCode: z.object({ '@Value': z.string() }) }),
    })
    .transform((element) => ({
      inResponseTo: element['@InResponseTo'],
      destination: element['@Destination'],
      issuer: element.Issuer,
      status: element.Status.StatusCode['@Value'],
    })),
});

export type LogoutRequest = z.output<typeof logoutRequestSchema>['LogoutRequest'];
export type LogoutResponse = z.output<typeof logoutResponseSchema>['LogoutResponse'];

export function readLogoutRequest(xml: string): LogoutRequest {
  const read = logoutRequestSchema.safeParse(readXml(xml));
  if (!read.success) throw new MessageRefusedError(`Not a LogoutRequest: ${z.prettifyError(read.error)}`);
  return read.data.LogoutRequest;
}

export function readLogoutResponse(xml: string): LogoutResponse {
  const read = logoutResponseSchema.safeParse(readXml(xml));
  if (!read.success) throw new MessageRefusedError(`Not a LogoutResponse: ${z.prettifyError(read.error)}`);
  return read.data.LogoutResponse;
}
