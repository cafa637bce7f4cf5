import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { prepareNamespace } from '../../shared/temporal/prepare-namespace';

const namespace = 'default';

/**
 * What the development server makes of itself keeps histories for a day, and a database file of an earlier release
 * has fewer search attributes.
 */
export async function prepareLocalNamespace(address: string): Promise<void> {
  const temporal = connectTemporalClient({ address, namespace, environment: {} });
  try {
    await prepareNamespace(temporal.connection, namespace);
  } finally {
    await temporal.close();
  }
}
