/**
 * HTTP status and texts by ORCID's code (S: OrcidCoreExceptionMapper.java, i18n/api_en.properties). `${…}` are filled
 * from the parameters of the error; without them they go out as they stand, as ORCID does.
 */
interface ErrorText {
  readonly status: number;
  readonly developer: string;
  readonly user: string;
}

const row = (status: number, developer: string, user: string = developer): ErrorText => ({ status, developer, user });

const TRY_AGAIN =
  'There was an error when updating the record. Please try again. If the error persists, please contact ${clientName} for assistance.';
const FORBIDDEN = 'The client application is forbidden to perform the action.';
const NOT_FOUND = 'The resource was not found.';
const MISMATCH =
  '400 Bad Request: There is an issue with your data or the API endpoint. 405 Method Not Allowed: Endpoint and method mismatch. 415 Unsupported Media Type: data must be in XML or JSON format.';

export const ERRORS = {
  9001: row(400, MISMATCH, 'ORCID could not process the data, because they were invalid.'),
  9002: row(401, 'The client application is not authorized.'),
  9004: row(403, '403 Forbidden: Insufficient or wrong scope.', FORBIDDEN),
  9005: row(403, '403 Forbidden: Insufficient or wrong scope.', FORBIDDEN),
  9006: row(400, 'The client application sent a bad request to ORCID.'),
  9007: row(
    301,
    '301 Moved Permanently: This account is deprecated. Please refer to account: ${orcid}. ORCID ${deprecated_orcid}',
    'This account is deprecated. Please refer to account: ${orcid}.',
  ),
  9008: row(500, 'java.lang.RuntimeException', 'Something went wrong in ORCID.'),
  9009: row(
    403,
    '403 Forbidden: The notification has already been read and cannot be archived.',
    'The client application tried to archive a message that has already been read.',
  ),
  9010: row(
    403,
    '403 Forbidden: You are not the source of the ${activity}, so you are not allowed to update it.',
    'The client application is not the source of the resource it is trying to access.',
  ),
  9011: row(404, '404 Not Found: The ORCID record or item was not found.', NOT_FOUND),
  9012: row(400, 'The client application made a bad request to the ORCID API.'),
  9013: row(403, '403 Forbidden: The item is private and you are not the source.', FORBIDDEN),
  9014: row(403, FORBIDDEN),
  9015: row(
    401,
    'One of the provided scopes is not allowed. Please refer to the list of allowed scopes at: https://github.com/ORCID/ORCID-Source/tree/master/orcid-model/src/main/resources/record_2.0#scopes.',
    'The client application tried to use an invalid permission on the ORCID API.',
  ),
  9016: row(404, '404 Not Found: The resource was not found.', NOT_FOUND),
  9017: row(
    401,
    '401 Unauthorized: The client application is not authorized for this ORCID record.',
    'The client application is not authorized.',
  ),
  9018: row(
    409,
    '409 Conflict: The ORCID record is locked and cannot be edited. ORCID ${orcid}',
    'The ORCID record is locked.',
  ),
  9019: row(
    400,
    '400 Bad Request: The put code in the URL was ${urlPutCode} whereas the one in the body was ${bodyPutCode}.',
    TRY_AGAIN,
  ),
  9020: row(400, '400 Bad Request: Invalid incoming message.', 'Invalid incoming message.'),
  9021: row(
    409,
    '409 Conflict: You have already added this activity (matched by external identifiers), please see element with put-code ${putCode}. If you are trying to edit the item, please use PUT instead of POST.',
    TRY_AGAIN,
  ),
  9022: row(400, '400 Bad Request: Invalid activity, a title is required.', 'Invalid activity:  A title is required.'),
  9023: row(
    400,
    '400 Bad Request: Invalid activity, an external identifier is required.',
    'Invalid activity: an external identifier is required.',
  ),
  9024: row(
    400,
    '400 Bad Request: Put-code is included when not expected. When posting new activities, the put code should be omitted.',
    TRY_AGAIN,
  ),
  9025: row(
    409,
    '409 Conflict: The given group-id-record already exists.',
    'The given group-id-record already exists.',
  ),
  9026: row(
    400,
    '400 Bad Request: The group you are trying to access does not exist, you may need to create it.',
    'The group-id-record does not exist.',
  ),
  9027: row(404, 'Unable to find client profile associated with client:${client}.', NOT_FOUND),
  9028: row(404, 'No webhook found for orcid=${orcid}, and uri=${uri}.', NOT_FOUND),
  9029: row(404, '404 Not Found: Could not find notification with id: ${id} for ORCID: ${orcid}.', NOT_FOUND),
  9030: row(409, "The element '${value}' of type '${type}' is duplicated."),
  9031: row(409, 'Put-code is required to update elements.', TRY_AGAIN),
  9032: row(
    409,
    '409 Conflict: The user has opted not to receive notifications so you cannot post notifications.',
    "The user ${orcid} doesn't allow notifications.",
  ),
  9033: row(400, 'The other name does not exist.'),
  9034: row(400, '400 Bad Request: The put code provided is not valid.', TRY_AGAIN),
  9035: row(
    403,
    "403 Forbidden: You can't change the visibility of an item, please remove the visibility or set it to the current value.",
    TRY_AGAIN,
  ),
  9036: row(
    409,
    '409 Conflict: This record has not been claimed.',
    'This record has not been claimed, if this is your record you can claim it at https://orcid.org/resend-claim.',
  ),
  9037: row(400, 'Invalid ${type}, valid values are: ${values}.', 'Please specify a work type.'),
  9038: row(
    403,
    "409 Conflict: The item has a limited or private visibility and your request doesn't have the required scope.",
    "You don't have the permissions to execute this action.",
  ),
  9039: row(403, '403 Forbidden: The item is not public and cannot be accessed with the Public API.', FORBIDDEN),
  9040: row(409, "The item can't be deleted."),
  9041: row(
    404,
    '404 Not Found: Biography for the given record is null.',
    'There is no biography for the given record.',
  ),
  9042: row(
    400,
    'org.orcid.core.exception.ExceedMaxNumberOfPutCodesException: Too many put codes specified: maximum is ${max}',
    'Too many put codes supplied',
  ),
  9043: row(400, 'The start parameter for API users without credentials must be an integer between 0 and 10,000'),
  9044: row(
    409,
    '409 Conflict: The ORCID record is deactivated and cannot be edited.',
    'The ORCID record is deactivated.',
  ),
  9045: row(
    400,
    '400 Bad request: disambiguated-organization must be present and valid',
    'No valid disambiguated-organization is included in the data.',
  ),
  9046: row(
    400,
    '400 Bad request: organization must be present and valid',
    'No valid organization is included in the data.',
  ),
  9047: row(400, '400 Bad request: invalid JSON - ${error}', 'Invalid JSON.'),
  9048: row(
    409,
    '409 Conflict: The maximum number of works that can be connected to an ORCID record is 10,000',
    'The maximum number of works that can be connected to an ORCID record is 10,000 and you have now exceeded this limit. Please remove some works and try again. For more information, see https://support.orcid.org/hc/articles/360006973133',
  ),
  9049: row(400, '400 Bad request: invalid date: ${dateString}', 'Invalid date'),
  9050: row(
    400,
    '400 Bad request: missing start-date. If you specify an end-date, you must specify a start-date',
    'Missing start-date. If you specify an end-date, you must specify a start-date',
  ),
  9051: row(400, "400 Bad request: invalid value '${value}' for enum '${enum}'", 'Invalid value for type.'),
  9052: row(
    403,
    '403 Forbidden: this access_token is only valid on API v3.0_rc2 and above',
    'This access_token is only valid on API v3.0_rc2 and above.',
  ),
  9053: row(400, '400 Bad Request: invalid ISSN', 'This does not appear to be a valid ISSN'),
  9054: row(400, '400 Bad Request: invalid amount', 'This does not appear to be a valid funding amount'),
  9055: row(400, '400 Bad Request: End date must come after start date.', 'End date must come after start date.'),
  9056: row(
    308,
    'Release candidates for V${version} are now disabled, your request will be redirected to the corresponding V${version} end point',
  ),
  9057: row(409, '409 Conflict: The client is locked.', 'The client is locked.'),
  9058: row(
    400,
    '404 Bad Request: Invalid contributor role: ${role}. Expected one of ${validRoles}.',
    'Invalid contributor role.',
  ),
  9059: row(
    308,
    'Release candidates for V3.0 are now disabled, your request will be redirected to the corresponding V3.0 end point',
  ),
  9060: row(400, 'City and country are required for education/employment.'),
  9061: row(400, 'City or region cannot be provided without a country for the organization address.'),
  9062: row(
    400,
    'Professional activities cannot be added without an organization id/external identifier. One has to be present.',
  ),
} as const satisfies Record<number, ErrorText>;

export type ErrorCode = keyof typeof ERRORS;
