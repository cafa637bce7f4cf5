import { z } from 'zod';
import { erasureKey } from '../../../shared/erasure/erasure-record';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';

const erasureKeys = z
  .strictObject({
    data: z.array(
      z.strictObject({
        key_id: z.string(),
        algorithm: z.literal('ed25519'),
        /** PEM. */
        public_key: z.string(),
      }),
    ),
  })
  .meta({ id: 'ErasureKeys' });

/** Where whoever holds a receipt finds the key that it names, apart from the receipt. */
export function erasureKeysRoute(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/.well-known/erasure-keys',
    summary: 'List the keys that verify erasure records',
    answers: { 200: json(erasureKeys) },
    handler: () => {
      const { keyId, publicKey } = erasureKey(deps.keyring);
      return Promise.resolve(
        answer(200, {
          data: [{ key_id: keyId, algorithm: 'ed25519' as const, public_key: publicKey }],
        }),
      );
    },
  });
}
