import { currentVersion, servedVersions } from '../../../shared/wire/api-version';
import { keyInflections } from '../../../shared/wire/key-casing';

/**
 * The headers of every request, in words: they change the form of any answer, or say that a request is a
 * repeat, so that as parameters they would have to stand beside every operation, and its one schema would
 * be wrong for two casings of three.
 */
export const conventions = `Headers that every operation takes:

- \`Idempotency-Key\` (1 to 255 printable ASCII characters; POST, PATCH, PUT and DELETE): the same key and
  parameters within 24 hours get the stored answer, with \`Idempotent-Replayed: true\`, and nothing is done
  twice. Other parameters: 422 \`idempotency_mismatch\`; the first still running: 409
  \`idempotency_in_progress\`.
- \`Key-Inflection\` (${keyInflections.join(', ')}): the casing of the answer's keys. This document has them in
  snake case; requests may be in any of the three, bare or as \`{"data": {"attributes": {…}}}\`.
- \`Verifa-Version\` (${servedVersions.join(', ')}): default the key's, else ${currentVersion}.
- \`X-Request-Id\`: comes back as \`X-Client-Request-Id\`; \`X-Request-Id\` of an answer is ours.

Every answer by key tells \`X-RateLimit-Limit\`, \`-Remaining\` and \`-Reset\`. \`/mcp\` speaks the Model Context
Protocol, with \`Authorization: Bearer <API key>\`.`;
