import { VerifaError } from '../domain/errors/verifa-error';
import { createFileObjectStore } from './file-object-store';
import { createMinioObjectStore } from './minio-object-store';
import type { ObjectStore } from './object-store';

export interface ObjectStoreSettings {
  readonly S3_ENDPOINT?: string | undefined;
  readonly S3_ACCESS_KEY?: string | undefined;
  readonly S3_SECRET_KEY?: string | undefined;
  readonly S3_BUCKET: string;
  readonly S3_REGION: string;
  readonly OBJECT_DIR?: string | undefined;
}

export interface JournalSettings extends ObjectStoreSettings {
  readonly ERASURE_JOURNAL_BUCKET?: string | undefined;
  readonly BACKUP_RETENTION_DAYS?: number | undefined;
}

/** MinIO or S3 when there is an endpoint, else files. */
export function openObjectStore(settings: ObjectStoreSettings): ObjectStore {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket } = settings;
  return endpoint === undefined
    ? createFileObjectStore(needed(settings, 'OBJECT_DIR'))
    : createMinioObjectStore({ ...accessTo(settings, endpoint), bucket });
}

/** Where the erasure journal lies: beside the documents, or in a bucket of its own, made with object lock. */
export function openJournalStore(settings: JournalSettings): ObjectStore {
  const { S3_ENDPOINT: endpoint, ERASURE_JOURNAL_BUCKET: bucket } = settings;
  if (endpoint === undefined || bucket === undefined) return openObjectStore(settings);
  const lock = { days: settings.BACKUP_RETENTION_DAYS ?? null };
  return createMinioObjectStore({ ...accessTo(settings, endpoint), bucket, lock });
}

function accessTo(settings: ObjectStoreSettings, endpoint: string) {
  return {
    endpoint,
    accessKey: needed(settings, 'S3_ACCESS_KEY'),
    secretKey: needed(settings, 'S3_SECRET_KEY'),
    region: settings.S3_REGION,
  };
}

function needed(
  settings: ObjectStoreSettings,
  name: 'S3_ACCESS_KEY' | 'S3_SECRET_KEY' | 'OBJECT_DIR',
): string {
  const value = settings[name];
  if (value !== undefined && value !== '') return value;
  throw new VerifaError('config_invalid', { detail: `${name}: is needed for the object store` });
}
