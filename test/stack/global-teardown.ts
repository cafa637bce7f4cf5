import { rm } from 'node:fs/promises';

export default async function globalTeardown(): Promise<void> {
  await Promise.all((globalThis.verifaTestServers ?? []).map((server) => server.stop()));
  const folder = process.env['VERIFA_TEST_FOLDER'];
  if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
