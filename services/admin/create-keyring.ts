import { parseArgs } from 'node:util';
import { newKeyringFile } from '../../shared/crypto/keyring';
import { writeNewKeyring } from '../../shared/crypto/keyring-file';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { Program } from './program';

/** A first ring, for a Secret or a vault: made once, by whoever keeps it, and never by a job. */
export const makeKeyring: Program = {
  usage: 'create-keyring --file <new file>',
  run: async ({ args, report }) => {
    const { file } = parseArgs({ args: [...args], options: { file: { type: 'string' } } }).values;
    if (file === undefined) {
      throw new VerifaError('config_invalid', { detail: `Usage: ${makeKeyring.usage}` });
    }
    await writeNewKeyring(file, newKeyringFile());
    report(`A keyring is in ${file}: whoever has it and the records reads everything.`);
  },
};
