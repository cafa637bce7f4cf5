import { openMasterKeys, type MasterKeys } from '../../shared/crypto/master-keys';

/** The ring that an operator names by `--keyring`, else the settings'. */
export function ringOf(ofSettings: () => MasterKeys, named: string | undefined): MasterKeys {
  return named === undefined ? ofSettings() : openMasterKeys({ MASTER_KEYS_FILE: named });
}
