import { duplicateAttributes } from '../../../activities/checks/records/duplicates/duplicate-attributes';
import { keyedHash, ownerKey } from '../../../shared/applicant/keyed-hash';
import type { Subject } from '../../../shared/applicant/subject';
import { isId, type SessionId } from '../../../shared/domain/ids';
import type { RunningApi } from '../running-api';

export const nobody: Subject = {
  firstName: null,
  lastName: null,
  spelled: { first: null, last: null, whole: null },
  dateOfBirth: null,
  document: null,
  emails: [],
  phones: [],
  ip: null,
  device: null,
  countries: [],
};
export const anna: Subject = {
  ...nobody,
  spelled: { first: 'ANNA MARIA', last: 'ERIKSSON', whole: null },
  dateOfBirth: '1974-08-12',
  document: { number: 'L898902C3', issuingState: 'UTO' },
  emails: ['anna@mail.example'],
  phones: ['+31612345678'],
};

export function sessionIdOf(id: string): SessionId {
  if (!isId('session', id)) throw new Error('no session');
  return id;
}

/** Keeps of a session what the check of duplicates keeps of this person. */
export async function keepAttributes(
  { db, keyring }: Pick<RunningApi, 'db' | 'keyring'>,
  id: SessionId,
  subject: Subject,
): Promise<void> {
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const hashing = ownerKey(keyring, row, 'duplicate-attributes');
  const wanted = ['document', 'email', 'phone', 'name_dob'] as const;
  await db
    .insertInto('session_attributes')
    .values(
      duplicateAttributes(subject, wanted).map(({ kind, canonical }) => ({
        organization_id: row.organization_id,
        environment: row.environment,
        session_id: row.id,
        kind,
        value_hash: keyedHash(hashing, kind, canonical),
        created_at: new Date(),
      })),
    )
    .execute();
}
