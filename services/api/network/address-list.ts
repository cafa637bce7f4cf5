import { readFile } from 'node:fs/promises';
import { BlockList } from 'node:net';
import ipaddr from 'ipaddr.js';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

/**
 * A list that the operator keeps: addresses and CIDRs, one a line; `#` begins a comment. A line that is
 * neither stops the start: a list that is silently half read would be believed whole.
 */
export async function readAddressList(path: string): Promise<BlockList> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new VerifaError('config_invalid', {
      detail: 'a list of addresses cannot be read',
      cause,
    });
  }
  return parseAddressList(text);
}

export function parseAddressList(text: string): BlockList {
  const list = new BlockList();
  text.split('\n').forEach((line, index) => {
    const entry = line.replace(/#.*/, '').trim();
    if (entry !== '') add(list, entry, index + 1);
  });
  return list;
}

function add(list: BlockList, entry: string, line: number): void {
  try {
    if (entry.includes('/')) {
      const [network, bits] = ipaddr.parseCIDR(entry);
      list.addSubnet(network.toString(), bits, network.kind());
    } else {
      const address = ipaddr.process(entry);
      list.addAddress(address.toString(), address.kind());
    }
  } catch (cause) {
    throw new VerifaError('config_invalid', {
      detail: `line ${String(line)} of a list of addresses is no address or CIDR`,
      cause,
    });
  }
}
