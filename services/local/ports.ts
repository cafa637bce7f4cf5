import { createServer } from 'node:net';
import { VerifaError } from '../../shared/domain/errors/verifa-error';

/** Says which port is taken, and how to choose another, before anything is started. */
export async function requireFreePorts(
  ports: Readonly<Record<string, { readonly port: number; readonly variable: string }>>,
): Promise<void> {
  for (const [name, { port, variable }] of Object.entries(ports)) {
    if (!(await isFree(port))) {
      throw new VerifaError('config_invalid', {
        detail: `Port ${String(port)} for ${name} is in use; stop what uses it, or set ${variable} to another.`,
      });
    }
  }
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => resolve(true));
    });
  });
}
