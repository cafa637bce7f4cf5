import { connect, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { NativeConnection } from '@temporalio/worker';
import { connectionSecurity } from '../../shared/temporal/connection-security';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { stackAddresses } from '../stack/addresses';
import { mutualCertificate, type MutualCertificate } from './mutual-certificate';

/** Temporal's frontend behind mutual TLS: whoever has no certificate of ours is not let in. */
let front: Server;
let address: string;
let server: MutualCertificate;
let service: MutualCertificate;
const open = new Set<Socket>();

beforeAll(async () => {
  [server, service] = [mutualCertificate('server'), mutualCertificate('service')];
  const [host = '', port = ''] = stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS.split(':');
  front = createServer(
    {
      cert: server.cert,
      key: server.key,
      ca: service.cert,
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: ['h2'],
    },
    (incoming) => {
      const outgoing = connect(Number(port), host);
      for (const socket of [incoming, outgoing]) {
        open.add(socket);
        socket.on('error', () => socket.destroy());
      }
      incoming.pipe(outgoing).pipe(incoming);
    },
  );
  front.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const bound = front.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  address = `127.0.0.1:${String(bound.port)}`;
});

afterAll(async () => {
  for (const socket of open) socket.destroy();
  await new Promise((resolve) => front.close(resolve));
});

const ours = (): Record<string, string> => ({
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: server.cert,
  TEMPORAL_TLS_CLIENT_CERT_DATA: service.cert,
  TEMPORAL_TLS_CLIENT_KEY_DATA: service.key,
});

async function asApi(environment: Record<string, string>): Promise<void> {
  const temporal = connectTemporalClient({ address, namespace: 'default', environment });
  try {
    await temporal.connection.workflowService.describeNamespace({ namespace: 'default' });
  } finally {
    await temporal.close();
  }
}

async function asWorker(environment: Record<string, string>): Promise<void> {
  const connection = await NativeConnection.connect({
    address,
    ...connectionSecurity(environment),
  });
  await connection.close();
}

describe.each([
  ['the API’s connection', asApi],
  ['the worker’s connection', asWorker],
] as const)('%s to a Temporal that wants a certificate', (_name, use) => {
  it('gets in by the TEMPORAL_TLS_* variables', async () => {
    await expect(use(ours())).resolves.toBeUndefined();
  });

  it.each([
    [
      'without a certificate of its own',
      { TEMPORAL_TLS_CLIENT_CERT_DATA: '', TEMPORAL_TLS_CLIENT_KEY_DATA: '' },
    ],
    ['where the server’s is of nobody it trusts', { TEMPORAL_TLS_SERVER_CA_CERT_DATA: 'other' }],
  ])('does not get in %s', async (_how, change) => {
    const environment = Object.fromEntries(
      Object.entries({ ...ours(), ...change })
        .map(([name, value]) => [name, value === 'other' ? service.cert : value] as const)
        .filter(([, value]) => value !== ''),
    );
    await expect(use(environment)).rejects.toThrow();
  });
});
