import type { Server } from 'node:http';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { createApp } from '../../services/api/app';
import { createStartsBehind } from '../../services/api/sessions/starts-behind';
import { createPasswords } from '../../services/api/console-login/passwords';
import { createApiCopies } from '../../services/api/copies/api-copies';
import { followChanges } from '../../services/api/copies/follow-changes';
import { bodyBoundsOf, createBodyBudget } from '../../services/api/http/body-budget';
import {
  bootstrapOrganization,
  type FirstOrganization,
} from '../../shared/organization/first-organization';
import { apiSettingsSchema, parseSettings } from '../../shared/config/settings';
import { createKeyring, newKeyringFile, type Keyring } from '../../shared/crypto/keyring';
import { createRateCounter } from '../../shared/limits/rate-counter';
import { connectDatabase, connectScoped } from '../../shared/database/connect';
import { createTenancy } from '../../shared/database/tenancy';
import type { Database } from '../../shared/database/schema';
import { createTestDatabase } from '../stack/database';

export interface ApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** The real app over a real database; without object store, and without Temporal unless one is given. */
export interface ApiStage {
  readonly db: Kysely<Database>;
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly first: FirstOrganization;
  call(
    method: string,
    path: string,
    options?: {
      readonly body?: unknown;
      readonly key?: string;
      readonly headers?: Record<string, string>;
    },
  ): Promise<ApiAnswer>;
  stop(): Promise<void>;
}

export interface ApiStageWish {
  readonly allowPrivate?: boolean;
}

export async function setApiStage(wish: ApiStageWish = {}): Promise<ApiStage> {
  const database = await createTestDatabase();
  const db = connectDatabase({ url: database.url, maxConnections: 5 });
  const tenancy = createTenancy();
  const walled = connectScoped({ url: database.url, maxConnections: 5 }, tenancy);
  const keyring = createKeyring(newKeyringFile());
  const first = await bootstrapOrganization(db, () => new Date());
  const settings = parseSettings(apiSettingsSchema, {
    DATABASE_URL: database.url,
    MASTER_KEYS_FILE: 'unused',
    VERIFA_CACHE_DIR: 'unused',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    ALLOW_PRIVATE_WEBHOOKS: wish.allowPrivate === true ? '1' : '0',
  });
  const changes = followChanges({ databaseUrl: database.url });
  const server = await listen(
    createApp({
      db: walled.db,
      nobodys: walled.nobodys,
      tenancy,
      copies: createApiCopies(changes),
      keyring,
      settings,
      countFaces: () => Promise.reject(new Error('these routes look at no picture')),
      measurePdf: () => Promise.reject(new Error('these routes look at no picture')),
      lookUpAddress: () => null,
      get objects(): never {
        throw new Error('these routes touch no object');
      },
      get journal(): never {
        throw new Error('these routes erase nothing');
      },
      closedBy: () => null,
      get sessions(): never {
        throw new Error('these routes move no session');
      },
      clock: () => new Date(),
      rates: createRateCounter(walled.nobodys, () => new Date()),
      oidc: null,
      passwords: createPasswords(),
      bodies: createBodyBudget(bodyBoundsOf(settings)),
      pages: null,
      starts: createStartsBehind({ log: pino({ level: 'silent' }) }),
      stopping: new AbortController().signal,
      log: pino({ level: 'silent' }),
    }),
  );
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;

  return {
    db,
    databaseUrl: database.url,
    keyring,
    first,
    async call(method, path, { body, key = first.liveKey, headers = {} } = {}) {
      const response = await fetch(`http://127.0.0.1:${String(port)}/api/v1${path}`, {
        method,
        headers: {
          'X-API-Key': key,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const parsed: unknown = text === '' ? {} : JSON.parse(text);
      return {
        status: response.status,
        body: isRecord(parsed) ? parsed : {},
        headers: response.headers,
      };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await changes.close();
      await walled.close();
      await db.destroy();
      await database.drop();
    },
  };
}

function listen(app: ReturnType<typeof createApp>): Promise<Server> {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
