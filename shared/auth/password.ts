import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's first choice for scrypt: 128 MB and some 0.4 s of CPU a hash. */
export const passwordLogCost = 17;
const blockSize = 8;
const parallel = 1;
const hashBytes = 32;
const maxMemory = 2 * 128 * blockSize * 2 ** passwordLogCost;

interface Parameters {
  readonly logCost: number;
  readonly blockSize: number;
  readonly parallel: number;
}

const stored =
  /^scrypt:(?<log>\d{1,2}):(?<r>\d{1,2}):(?<p>\d{1,2}):(?<salt>[\w-]+):(?<hash>[\w-]+)$/;

export async function hashPassword(password: string, logCost = passwordLogCost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, { logCost, blockSize, parallel });
  const parts = [logCost, blockSize, parallel].map(String);
  return ['scrypt', ...parts, salt.toString('base64url'), hash.toString('base64url')].join(':');
}

/** Takes as long for an account that is not there, or has no password: null. */
export async function isPassword(
  password: string,
  kept: string | null,
  logCost = passwordLogCost,
): Promise<boolean> {
  const { log, r, p, salt, hash } = stored.exec(kept ?? '')?.groups ?? {};
  const given = await derive(password, Buffer.from(salt ?? '', 'base64url'), {
    logCost: Number(log ?? logCost),
    blockSize: Number(r ?? blockSize),
    parallel: Number(p ?? parallel),
  });
  const right = Buffer.from(hash ?? '', 'base64url');
  return right.length === given.length && timingSafeEqual(right, given);
}

/** The same text is the same password, however a keyboard composes its letters. */
function derive(password: string, salt: Buffer, with_: Parameters): Promise<Buffer> {
  const options = {
    N: 2 ** with_.logCost,
    r: with_.blockSize,
    p: with_.parallel,
    maxmem: maxMemory,
  };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}
