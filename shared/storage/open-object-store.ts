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

/** MinIO or S3 when there is an endpoint, else files. */
export function openObjectStore(settings: ObjectStoreSettings): ObjectStore {
  if (settings.S3_ENDPOINT !== undefined) {
    return createMinioObjectStore({
      endpoint: settings.S3_ENDPOINT,
      accessKey: needed(settings, 'S3_ACCESS_KEY'),
      secretKey: needed(settings, 'S3_SECRET_KEY'),
      bucket: settings.S3_BUCKET,
      region: settings.S3_REGION,
    });
  }
  return createFileObjectStore(needed(settings, 'OBJECT_DIR'));
}

function needed(
  settings: ObjectStoreSettings,
  name: 'S3_ACCESS_KEY' | 'S3_SECRET_KEY' | 'OBJECT_DIR',
): string {
  const value = settings[name];
  if (value !== undefined && value !== '') return value;
  throw new VerifaError('config_invalid', { detail: `${name}: is needed for the object store` });
}
