import { processEnvironment } from '../../../shared/config/process-environment';
import {
  apiSettingsSchema,
  parseSettings,
  workerSettingsSchema,
} from '../../../shared/config/settings';

const common = {
  MASTER_KEYS_FILE: '/keys/ring.json',
  VERIFA_CACHE_DIR: '/models',
  PUBLIC_URL: 'http://127.0.0.1:3000',
  DATABASE_URL: 'postgres://verifa:verifa@127.0.0.1:5432/verifa',
  S3_ENDPOINT: 'http://127.0.0.1:9000',
  S3_ACCESS_KEY: 'verifa',
  S3_SECRET_KEY: 'verifa-secret',
};

function refusal(
  schema: typeof apiSettingsSchema | typeof workerSettingsSchema,
  changed: Record<string, string>,
): string | null {
  try {
    parseSettings(schema, processEnvironment({ ...common, ...changed }));
    return null;
  } catch (cause) {
    return cause instanceof Error && 'detail' in cause ? String(cause.detail) : 'no VerifaError';
  }
}

const schemas = [
  ['api', apiSettingsSchema],
  ['worker', workerSettingsSchema],
] as const;

describe.each(schemas)('%s', (_, schema) => {
  it('takes passwords that everybody knows where all is on this machine', () => {
    expect(refusal(schema, {})).toBeNull();
    expect(
      refusal(schema, { DATABASE_URL: 'postgres://a:verifa@[::1]/x', HOST: '::1' }),
    ).toBeNull();
  });

  it.each([
    'postgres://verifa:verifa@postgres:5432/verifa',
    'postgres://app:changeme@10.0.0.3/verifa',
    'postgresql://app:Password@db.example.com/verifa?sslmode=require',
    // A password that is the user's name, in the letters of an address.
    'postgres://my%20app:my%20app@db/verifa',
  ])('refuses a database elsewhere by one, and does not repeat it: %s', (url) => {
    const said = refusal(schema, { DATABASE_URL: url });
    expect(said).toMatch(/^DATABASE_URL: has a password that everybody knows/);
    expect(said).not.toMatch(/changeme|verifa|my app/i);
  });

  it.each(['verifa-secret', 'minioadmin', 'AKIA-same'])(
    'refuses an object store elsewhere by one: %s',
    (key) => {
      const store = {
        S3_ENDPOINT: 'http://minio:9000',
        S3_ACCESS_KEY: 'AKIA-same',
        S3_SECRET_KEY: key,
      };
      expect(refusal(schema, store)).toMatch(/^S3_SECRET_KEY: has a password/);
    },
  );

  it('takes others, none at all, and a folder of a socket', () => {
    const elsewhere = { S3_ENDPOINT: 'http://minio:9000', S3_SECRET_KEY: 'p7Q2-x9' };
    for (const url of ['postgres://u:p7Q2-x9@db/x', 'postgres://u@db/x', '/var/run/postgresql']) {
      expect(refusal(schema, { ...elsewhere, DATABASE_URL: url })).toBeNull();
    }
  });
});

it.each(['0.0.0.0', '::', '10.0.0.7', 'api.example.com'])(
  'an API that listens on %s takes none, wherever the part is',
  (host) => {
    expect(refusal(apiSettingsSchema, { HOST: host })).toMatch(/^DATABASE_URL: /);
    const own = { DATABASE_URL: 'postgres://verifa:own-one@127.0.0.1/x' };
    expect(refusal(apiSettingsSchema, { ...own, HOST: host })).toMatch(/^S3_SECRET_KEY: /);
    expect(refusal(apiSettingsSchema, { ...own, HOST: host, S3_SECRET_KEY: 'own-too' })).toBeNull();
  },
);
