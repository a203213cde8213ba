import { type FastifyReply } from 'fastify';

const UNAVAILABLE = `<html>
<head><title>503 Service Temporarily Unavailable</title></head>
<body>
<center><h1>503 Service Temporarily Unavailable</h1></center>
<hr><center>nginx</center>
</body>
</html>
`;

/** The front proxy is out of breath; it speaks HTML. */
export function sendUnavailable(reply: FastifyReply): FastifyReply {
  return reply.code(503).type('text/html').send(UNAVAILABLE);
}

/** The front proxy has had enough; plain text, and no Retry-After. */
export function sendTooMany(reply: FastifyReply): FastifyReply {
  const text =
    'Too Many Requests. You have exceeded the daily quota for anonymous usage of this API. You can increase your daily quota by registering for and using Public API client credentials (https://info.orcid.org/documentation/integration-guide/registering-a-public-api-client/)';
  return reply.code(429).type('text/plain;charset=UTF-8').send(text);
}
