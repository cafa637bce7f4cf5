import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { createRotateMasterKey } from '../../services/admin/rotate-master-key';
import { newKeyringFile, parseKeyring } from '../../shared/crypto/keyring';
import type { Keyring, KeyringFile } from '../../shared/crypto/keyring';
import { readKeyring } from '../../shared/crypto/keyring-file';
import { openMasterKeys } from '../../shared/crypto/master-keys';
import { openJson, sealJson } from '../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../shared/crypto/session-key';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { identityKey, profileContext } from '../../shared/identities/identity-key';
import { insertIdentity } from '../../shared/identities/insert-identity';
import type { IdentityId, SessionId, WebhookEndpointId } from '../../shared/domain/ids';
import { createTestDatabase } from '../stack/database';
import { seedEndpoint, seedOwner, seedSession, type Owner } from '../webhooks/seed';

type Told = Readonly<Record<string, string>>;

/** `npm run admin -- rotate-master-key` over the real Postgres and a real file, two rows a batch. */
export interface RotationStage {
  readonly db: Kysely<Database>;
  readonly file: string;
  readonly folder: string;
  /** What a process that starts now reads. */
  started(): Promise<Keyring>;
  ring(): Promise<KeyringFile>;
  rotate(options?: Told, onBatch?: () => void): Promise<Told>;
  refusal(options?: Told, onBatch?: () => void): Promise<string>;
  /** A session and an identity with sealed content, as a process with this ring makes them. */
  seal(keyring: Keyring, content: string): Promise<SealedRows>;
  /** What a process with this ring reads of them. */
  opened(keyring: Keyring, rows: SealedRows): Promise<readonly unknown[]>;
  addEndpoint(
    keyring: Keyring,
  ): Promise<{ readonly id: WebhookEndpointId; readonly secret: string }>;
  masterKeysNamed(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export interface SealedRows {
  readonly sessionId: SessionId;
  readonly identityId: IdentityId;
}

export async function setRotationStage(): Promise<RotationStage> {
  const database = await createTestDatabase();
  const db = connectDatabase({ url: database.url, maxConnections: 4 });
  const folder = await mkdtemp(join(tmpdir(), 'verifa-keys-'));
  const file = join(folder, 'master-keys.json');
  await writeFile(file, JSON.stringify(newKeyringFile()), { mode: 0o600 });
  const owner = await seedOwner(db);
  const rotate: RotationStage['rotate'] = (options = {}, onBatch = () => undefined) =>
    createRotateMasterKey({
      masterKeys: () => openMasterKeys({ MASTER_KEYS_FILE: file }),
      onBatch,
      batchRows: 2,
    }).run({ db, clock: () => new Date() }, options);
  return {
    db,
    file,
    folder,
    started: () => readKeyring(file),
    ring: async () => parseKeyring(JSON.parse(await readFile(file, 'utf8'))),
    rotate,
    async refusal(options, onBatch) {
      const refused: unknown = await rotate(options, onBatch).catch((cause: unknown) => cause);
      if (!(refused instanceof VerifaError)) throw new Error('was not refused');
      return refused.message;
    },
    seal: (keyring, content) => sealRows(db, owner, keyring, content),
    opened: (keyring, rows) => openRows(db, keyring, rows),
    addEndpoint: (keyring) => seedEndpoint(db, keyring, owner, { url: 'https://example.test/' }),
    masterKeysNamed: () => masterKeysNamed(db),
    async stop() {
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sealRows(
  db: Kysely<Database>,
  owner: Owner,
  keyring: Keyring,
  content: string,
): Promise<SealedRows> {
  const sessionId = await seedSession(db, keyring, owner, content);
  const session = await sessionRow(db, sessionId);
  const fields = sealJson(keyToWork(keyring, session), sealContext.fields(sessionId), content);
  await db
    .updateTable('sessions')
    .set({ fields_sealed: fields })
    .where('id', '=', sessionId)
    .execute();
  const identity = await db.transaction().execute((trx) =>
    insertIdentity(trx, keyring, {
      organizationId: owner.organizationId,
      environment: 'live',
      externalRef: content,
      origin: 'api',
      at: new Date(),
    }),
  );
  if (identity === undefined) throw new Error('the reference is taken');
  const profile = sealJson(identityKey(keyring, identity), profileContext(identity.id), content);
  await db
    .updateTable('identities')
    .set({ profile_sealed: profile })
    .where('id', '=', identity.id)
    .execute();
  return { sessionId, identityId: identity.id };
}

async function openRows(
  db: Kysely<Database>,
  keyring: Keyring,
  { sessionId, identityId }: SealedRows,
): Promise<readonly unknown[]> {
  const session = await sessionRow(db, sessionId);
  const identity = await db
    .selectFrom('identities')
    .selectAll()
    .where('id', '=', identityId)
    .executeTakeFirstOrThrow();
  return [
    openJson(
      keyToWork(keyring, session),
      sealContext.fields(sessionId),
      session.fields_sealed ?? Buffer.alloc(0),
    ),
    openJson(
      identityKey(keyring, identity),
      profileContext(identityId),
      identity.profile_sealed ?? Buffer.alloc(0),
    ),
  ];
}

function sessionRow(db: Kysely<Database>, id: SessionId) {
  return db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function masterKeysNamed(db: Kysely<Database>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('master_key_id')
    .unionAll(db.selectFrom('identities').select('master_key_id'))
    .execute();
  return rows.map(({ master_key_id }) => master_key_id ?? 'none').sort();
}
