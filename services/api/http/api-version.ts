/** `Verifa-Version`: dates, the newest first. One that is retired leaves this list, and answers 400. */
export const servedVersions = ['2026-01-01'] as const;

export const currentVersion = '2026-01-01';

export function isServedVersion(version: string): boolean {
  return servedVersions.some((served) => served === version);
}
