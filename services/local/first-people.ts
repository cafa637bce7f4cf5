import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { hashPassword } from '../../shared/auth/password';
import { base32, newTotpSecret } from '../../shared/auth/totp';
import { readKeyring } from '../../shared/crypto/keyring-file';
import { sealContext } from '../../shared/crypto/session-key';
import type { Database } from '../../shared/database/schema';
import { newId } from '../../shared/domain/ids';
import { readJson, type StateFolder } from './process/state-folder';

export const peopleSchema = z.object({
  /** May do everything, and shows a second factor. */
  admin: z.object({
    email: z.string(),
    password: z.string(),
    /** Base 32, as an authenticator app takes it. */
    totp_secret: z.string(),
  }),
  /** Reviews, and needs none: a second opinion in another browser. */
  reviewer: z.object({ email: z.string(), password: z.string() }),
});
export type FirstPeople = z.infer<typeof peopleSchema>;

/** Two people of the first organisation who can sign in at once: on this machine only, with passwords of its own. */
export async function ensureFirstPeople(
  folder: StateFolder,
  db: Kysely<Database>,
): Promise<FirstPeople> {
  const file = folder.file('first-people.json');
  const known = await readJson(file, peopleSchema);
  if (known !== undefined) return known;
  const secret = newTotpSecret();
  const people: FirstPeople = {
    admin: {
      email: 'admin@verifa.example',
      password: newPassword(),
      totp_secret: base32(secret),
    },
    reviewer: { email: 'reviewer@verifa.example', password: newPassword() },
  };
  await insertPeople(folder, db, people, secret);
  await writeFile(file, JSON.stringify(people), { mode: 0o600 });
  return people;
}

async function insertPeople(
  folder: StateFolder,
  db: Kysely<Database>,
  { admin, reviewer }: FirstPeople,
  secret: Buffer,
): Promise<void> {
  const keyring = await readKeyring(folder.file('master-keys.json'));
  const { id: organization_id } = await db
    .selectFrom('organizations')
    .select('id')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  const adminId = newId('user');
  const common = { organization_id, created_at: new Date() };
  await db.transaction().execute(async (trx) => {
    // A start that was killed before it kept the passwords left two whom nobody can be.
    await trx
      .updateTable('users')
      .set({ email: null, deactivated_at: common.created_at })
      .where('email', 'in', [admin.email, reviewer.email])
      .where('organization_id', '=', organization_id)
      .execute();
    await trx
      .insertInto('users')
      .values([
        {
          ...common,
          id: adminId,
          name: 'Local admin',
          role: 'admin',
          email: admin.email,
          password_hash: await hashPassword(admin.password),
          totp_sealed: keyring.sealForService(sealContext.totp(adminId), secret),
        },
        {
          ...common,
          id: newId('user'),
          name: 'Local reviewer',
          role: 'reviewer',
          email: reviewer.email,
          password_hash: await hashPassword(reviewer.password),
          totp_sealed: null,
        },
      ])
      .execute();
  });
}

/** To be typed by somebody who reads it in a terminal: 16 letters that look like no others. */
function newPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz';
  const word = (): string =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return [word(), word(), word(), word()].join('-');
}
