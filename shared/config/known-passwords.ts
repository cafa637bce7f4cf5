import type { z } from 'zod';

/** Passwords of examples, of images' documentation and of this repository's own tests: everybody knows them. */
const known: ReadonlySet<string> = new Set([
  '123456',
  'admin',
  'change-me',
  'changeme',
  'example',
  'minio',
  'minio123',
  'minioadmin',
  'password',
  'postgres',
  'root',
  'secret',
  'temporal',
  'test',
  'verifa',
  'verifa-secret',
]);

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

export function isLoopback(host: string): boolean {
  return loopback.has(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

interface Reached {
  readonly DATABASE_URL: string;
  readonly S3_ENDPOINT?: string | undefined;
  readonly S3_ACCESS_KEY?: string | undefined;
  readonly S3_SECRET_KEY?: string | undefined;
  /** Where this process itself listens. */
  readonly HOST?: string | undefined;
}

/**
 * A password that everybody knows opens nothing that lies off this machine, and nothing behind a process that listens
 * off it. On 127.0.0.1 alone, where `npm start` and tests run, it may.
 */
export function refuseKnownPasswords(settings: Reached, context: z.RefinementCtx): void {
  const isHere = settings.HOST === undefined || isLoopback(settings.HOST);
  const refuse = (name: keyof Reached): void =>
    context.addIssue({
      code: 'custom',
      path: [name],
      message: 'has a password that everybody knows, which serves on 127.0.0.1 alone: choose one',
    });
  const database = partOf(settings.DATABASE_URL);
  if (database !== null && isGuessed(database.password, database.user)) {
    if (!isHere || !isLoopback(database.host)) refuse('DATABASE_URL');
  }
  const store = settings.S3_ENDPOINT === undefined ? null : partOf(settings.S3_ENDPOINT);
  const { S3_SECRET_KEY: secret, S3_ACCESS_KEY: user } = settings;
  if (store !== null && secret !== undefined && isGuessed(secret, user)) {
    if (!isHere || !isLoopback(store.host)) refuse('S3_SECRET_KEY');
  }
}

function isGuessed(password: string, user: string | undefined): boolean {
  return known.has(password.toLowerCase()) || (password !== '' && password === user);
}

/** Null of what is no address, e.g. a socket's folder: nobody reaches that from elsewhere. */
function partOf(url: string): { host: string; user: string; password: string } | null {
  if (!URL.canParse(url)) return null;
  const { hostname, username, password } = new URL(url);
  return { host: hostname, user: decoded(username), password: decoded(password) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
