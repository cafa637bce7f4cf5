import { currentVersion, servedVersions } from '../http/api-version';
import { keyInflections } from '../../../shared/wire/key-casing';

/**
 * The headers of every request, in words: they change the form of any answer, or say that a request is a
 * repeat, so that as parameters they would have to stand beside every operation, and its one schema would
 * be wrong for two casings of three.
 */
export const conventions = `Headers that every operation takes:

- \`Idempotency-Key\` (1 to 255 printable ASCII characters; POST, PATCH, PUT and DELETE): the same key and
  parameters within 24 hours get the stored answer, with \`Idempotent-Replayed: true\`, and nothing is done
  twice. A link in it is the session's live one, or null once there is none. Other parameters: 422 \`idempotency_mismatch\`; the first still running: 409
  \`idempotency_in_progress\`. An answer about somebody who was erased meanwhile is gone: 409
  \`session_redacted\` or \`identity_redacted\` with the id, and nothing is done.
- \`Key-Inflection\` (${keyInflections.join(', ')}): the casing of the answer's keys. This document has them in
  snake case; requests may be in any of the three, bare or as \`{"data": {"attributes": {…}}}\`.
- \`Verifa-Version\` (${servedVersions.join(', ')}): default the key's, else ${currentVersion}.
- \`X-Request-Id\`: comes back as \`X-Client-Request-Id\`; \`X-Request-Id\` of an answer is ours.
- \`traceparent\` (W3C Trace Context): is gone on with, and answered in \`Traceresponse\`.

What is sent: two spellings of one field (casings, or a published name such as \`reference_id\`) with different
values are 422. A query parameter that is not known, or is empty, is 422: a mistyped filter is never the whole
list. A field of a body that is not known is ignored, and named in the answer's \`Verifa-Ignored-Fields\`; in a
workflow's definition it is 422. Of the integrator's own objects (\`x-user-owned\`) keys stay as they are sent,
and a number that cannot be given back as sent (beyond 2^53, \`1e400\`) is 422.

Every answer by key tells \`X-RateLimit-Limit\`, \`-Remaining\` (both \`unlimited\` on that plan) and \`-Reset\`. \`/mcp\` speaks the Model Context
Protocol, with \`Authorization: Bearer <API key>\`.`;
