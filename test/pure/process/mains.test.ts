import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const services = resolve(__dirname, '../../../services');
const mains = readdirSync(services)
  .map((name) => join(services, name, 'main.ts'))
  .filter((file) => existsSync(file));
/** Writes files and ends: nothing that could be away. */
const exempt = ['docs'];

it.each(mains.filter((file) => !exempt.some((name) => file.includes(`/${name}/`))))(
  '%s ends by runMain, and reads a keyring by readMasterKeys alone',
  (file) => {
    const text = readFileSync(file, 'utf8');
    // `process.exitCode` leaves a dead process running while anything in it is open.
    expect(text).not.toContain('process.exitCode');
    expect(text).not.toMatch(/createKeyring|parseKeyring/);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^runMain\('/);
  },
);
