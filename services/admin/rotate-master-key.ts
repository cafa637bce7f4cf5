import { z } from 'zod';
import type { MasterKeys } from '../../shared/crypto/master-keys';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { command, type Command } from './command';
import { ringOf } from './ring-of';
import { asTheOnlyRotation } from './rotation/one-rotation';
import type { RewrapDeps } from './rotation/rewrap-data-keys';
import { ringPlace } from './rotation/ring-place';
import { continueRotation, rotationSteps, takeStep } from './rotation/rotation-steps';
import { rowsByMasterKey } from './rotation/wrapped-tables';

export interface RotateMasterKeyDeps extends Pick<RewrapDeps, 'onBatch'> {
  /** The settings', unless `--keyring` names a file. */
  readonly masterKeys: () => MasterKeys;
  /** Rows of one transaction. Default 500. */
  readonly batchRows?: number;
}

/** A new master key in three steps, with restarts in between (`deploy/KEYS.md`). */
export function createRotateMasterKey(made: RotateMasterKeyDeps): Command {
  return command({
    usage: 'rotate-master-key [--step add|rewrap|remove] [--keyring <file>] [--export <new file>]',
    options: z.strictObject({
      step: z.enum(rotationSteps).optional(),
      keyring: z.string().min(1).optional(),
      export: z.string().min(1).optional(),
    }),
    run: async (deps, { step, keyring, export: exported }) => {
      const masterKeys = ringOf(made.masterKeys, keyring);
      const place = ringPlace(masterKeys, exported);
      return asTheOnlyRotation(deps.db, async (db) => {
        const ring = await masterKeys.read();
        const named = await rowsByMasterKey(db);
        const foreign = [...named.keys()].find((id) => !Object.hasOwn(ring.keys, id));
        if (foreign !== undefined) {
          throw new VerifaError('config_invalid', {
            detail: `--keyring: rows name master key ${foreign}, which this ring does not have`,
          });
        }
        const rotation = {
          db,
          place,
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
