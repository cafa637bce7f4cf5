import type { networkInterfaces } from 'node:os';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { StateFolder } from '../process/state-folder';
import { certificateFor, type Certificate } from './certificate';
import { lanAddresses } from './lan-address';

export interface LanWish {
  readonly folder: Pick<StateFolder, 'file'>;
  readonly interfaces: ReturnType<typeof networkInterfaces>;
  /** Comes before what is found. */
  readonly chosen: string | undefined;
  readonly report: (line: string) => void;
}

export interface Lan {
  readonly address: string;
  readonly certificate: Certificate;
}

/** The address that a phone can open, with its certificate. */
export async function openLan({ folder, interfaces, chosen, report }: LanWish): Promise<Lan> {
  const found = lanAddresses(interfaces);
  const address = chosen ?? found[0]?.address;
  if (address === undefined) {
    throw new VerifaError('config_invalid', {
      detail:
        'This machine has no address in a private network: join the one that the phone is in, or set LAN_ADDRESS.',
    });
  }
  if (chosen === undefined && found.length > 1) {
    const others = found.slice(1).map((one) => `${one.address} (${one.name})`);
    report(
      `${address} is what the phone will open; others: ${others.join(', ')}; LAN_ADDRESS chooses`,
    );
  }
  return { address, certificate: await certificateFor(folder, address, new Date()) };
}
