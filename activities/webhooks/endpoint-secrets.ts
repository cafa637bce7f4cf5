import type { Keyring } from '../../shared/crypto/keyring';
import { sealContext } from '../../shared/crypto/session-key';
import type { WebhookEndpointRow } from '../../shared/database/schema';

type Secrets = Pick<
  WebhookEndpointRow,
  'id' | 'secret_sealed' | 'previous_secret_sealed' | 'previous_secret_until'
>;

/** The secrets that sign at this moment: the present one, and for a while after a rotation the old. */
export function endpointSecrets(keyring: Keyring, row: Secrets, now: Date): readonly string[] {
  const open = (sealed: Buffer): string =>
    keyring.openForService(sealContext.webhookSecret(row.id), sealed).toString('utf8');
  const { previous_secret_sealed: previous, previous_secret_until: until } = row;
  const overlaps = previous !== null && until !== null && now < until;
  return overlaps ? [open(row.secret_sealed), open(previous)] : [open(row.secret_sealed)];
}
