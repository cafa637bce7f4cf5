import { z } from 'zod';
import { readKeyringFile } from '../../shared/crypto/keyring-file';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { command, type Command } from './command';
import { asTheOnlyRotation } from './rotation/one-rotation';
import type { RewrapDeps } from './rotation/rewrap-data-keys';
import { continueRotation, rotationSteps, takeStep } from './rotation/rotation-steps';
import { rowsByMasterKey } from './rotation/wrapped-tables';

export interface RotateMasterKeyDeps extends Pick<RewrapDeps, 'onBatch'> {
  /** `MASTER_KEYS_FILE`, unless `--keyring` names another. */
  readonly masterKeysFile: string | undefined;
  /** Rows of one transaction. Default 500. */
  readonly batchRows?: number;
}

/** A new master key in three steps, with restarts in between (`deploy/README.md`). */
export function createRotateMasterKey(made: RotateMasterKeyDeps): Command {
  return command({
    usage: 'rotate-master-key [--step add|rewrap|remove] [--keyring <file>]',
    options: z.strictObject({
      step: z.enum(rotationSteps).optional(),
      keyring: z.string().min(1).optional(),
    }),
    run: async (deps, { step, keyring = made.masterKeysFile }) => {
      if (keyring === undefined) {
        throw new VerifaError('config_invalid', { detail: '--keyring: name the keyring file' });
      }
      return asTheOnlyRotation(deps.db, async (db) => {
        const ring = await readKeyringFile(keyring);
        const named = await rowsByMasterKey(db);
        const foreign = [...named.keys()].find((id) => !Object.hasOwn(ring.keys, id));
        if (foreign !== undefined) {
          throw new VerifaError('config_invalid', {
            detail: `--keyring: rows name master key ${foreign}, which this ring does not have`,
          });
        }
        const rotation = {
          db,
          file: keyring,
          ring,
          rowsUnderOldKeys: [...named].reduce(
            (sum, [id, n]) => (id === ring.current ? sum : sum + n),
            0,
          ),
          batchRows: made.batchRows ?? 500,
          onBatch: made.onBatch,
        };
        const told = await (step === undefined
          ? continueRotation(rotation)
          : takeStep(rotation, step));
        return { ...told };
      });
    },
  });
}
