export default async function globalTeardown(): Promise<void> {
  await Promise.all((globalThis.verifaTestServers ?? []).map((server) => server.stop()));
}
