import type { ErrorMeaning } from './error-meaning.ts';
import type { OrcidErrorNumber } from './orcid-error-number.ts';

/**
 * What each of ORCID's errors means; a number that is forgotten does not compile. Source: OrcidCoreExceptionMapper.java
 * and the managers that throw; api_en.properties alone misleads (9038 begins with "409 Conflict" and is a 403).
 */
export const MEANING_OF: Readonly<Record<OrcidErrorNumber, ErrorMeaning>> = {
  '9000': 'orcid-fault', // ORCID could not reach itself; nothing raises it
  '9001': 'content-invalid', // malformed body; with 404, 405, 406 and 415 it is about the call
  '9002': 'client-refused', // authentication failed
  '9003': 'client-refused', // nothing raises it
  '9004': 'scope-missing',
  '9005': 'scope-missing',
  '9006': 'content-invalid', // an argument that ORCID cannot use
  '9007': 'record-merged', // names the other iD
  '9008': 'orcid-fault', // whatever ORCID did not expect
  '9009': 'call-outcome', // a notification that is read is not archived
  '9010': 'item-not-ours', // to be changed
  '9011': 'record-not-found', // for webhooks only
  '9012': 'caller-mistake', // rows of a search, the address of a webhook
  '9013': 'item-not-ours', // to be read: private
  '9014': 'caller-mistake', // the webhook is another client’s
  '9015': 'client-refused', // a scope that the client may not have
  '9016': 'not-found', // an item or an iD
  '9017': 'client-refused', // a token of another record, or a client that is no member
  '9018': 'record-locked',
  '9019': 'caller-mistake', // put-codes of path and body differ
  '9020': 'content-invalid',
  '9021': 'duplicate', // names the put-code
  '9022': 'content-invalid', // title
  '9023': 'content-invalid', // identifiers
  '9024': 'caller-mistake', // a put-code on POST
  '9025': 'duplicate', // a group
  '9026': 'resource-absent', // group
  '9027': 'resource-absent', // client
  '9028': 'resource-absent', // webhook
  '9029': 'resource-absent', // notification
  '9030': 'duplicate', // an item of a person; does not name the put-code
  '9031': 'caller-mistake', // no put-code on PUT
  '9032': 'call-outcome', // the person wants no notifications
  '9033': 'caller-mistake', // other name; from an older API, today 9016
  '9034': 'caller-mistake', // a put-code that is no number
  '9035': 'caller-mistake', // a change of visibility
  '9036': 'record-locked', // not claimed yet
  '9037': 'content-invalid', // a word that is none of a list
  '9038': 'scope-missing',
  '9039': 'caller-mistake', // of the public API
  '9040': 'call-outcome', // a group with peer reviews stays
  '9041': 'resource-absent', // biography
  '9042': 'caller-mistake', // too many put-codes
  '9043': 'caller-mistake', // start of a search
  '9044': 'record-deactivated',
  '9045': 'content-invalid', // organisation unknown
  '9046': 'content-invalid', // organisation
  '9047': 'content-invalid', // schema
  '9048': 'record-full', // 10,000 works
  '9049': 'content-invalid', // date
  '9050': 'content-invalid', // start date
  '9051': 'content-invalid', // a word that is none of a list
  '9052': 'caller-mistake', // token and API version
  '9053': 'content-invalid', // ISSN of a group
  '9054': 'content-invalid', // amount
  '9055': 'content-invalid', // end before start
  '9056': 'caller-mistake', // API version
  '9057': 'client-refused', // the client is locked
  '9058': 'content-invalid', // role of a contributor
  '9059': 'caller-mistake', // API version
  '9060': 'content-invalid', // city, country
  '9061': 'content-invalid', // country
  '9062': 'content-invalid', // neither organisation id nor identifier
};

/** What OAuth's words mean, at the token endpoint and in the filter that checks tokens (RFC 6749, RFC 6750). */
export const MEANING_OF_WORD: Readonly<Record<string, ErrorMeaning>> = {
  invalid_token: 'token-invalid',
  invalid_client: 'client-refused',
  invalid_scope: 'client-refused',
  unauthorized_client: 'client-refused',
  forbidden: 'client-refused',
  invalid_grant: 'code-refused',
  // At `/oauth/userinfo`, where it means that the token is nobody's (OpenIDController.java).
  access_denied: 'call-outcome',
};
