import fc from 'fast-check';
import { z } from 'zod';
import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import { erasureKinds } from '../../../shared/domain/erasure/erasure-kind';
import type { JournalEntryId, OrganizationId, SessionId } from '../../../shared/domain/ids';
import {
  openEntry,
  sealEntry,
  type JournalEntry,
} from '../../../shared/erasure/journal/journal-entry';
import {
  erasureKey,
  signErasureRecord,
  verifyErasureRecord,
} from '../../../shared/erasure/erasure-record';

const keyring = createKeyring(newKeyringFile());
/** Each run signs and verifies: enough of them for a table of five kinds. */
const runs = { numRuns: 30 };
const body = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{26}$/);

const anyEntry: fc.Arbitrary<JournalEntry> = fc
  .record({
    entry: body,
    organization: body,
    subject: body,
    kind: fc.constantFrom(...erasureKinds),
    at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
    documents: fc.nat(1_000),
  })
  .map(({ entry, organization, subject, kind, at, documents }) => {
    const id: JournalEntryId = `ers_${entry}`;
    const organization_id: OrganizationId = `org_${organization}`;
    const sessionId: SessionId = `ses_${subject}`;
    const receipt = signErasureRecord(keyring, {
      session_id: sessionId,
      erased_at: at.toISOString(),
      documents_removed: documents,
      backup_retention_days: null,
      kept: ['status'],
    });
    return {
      journal: 1 as const,
      id,
      kind,
      subject_id: sessionId,
      organization_id,
      environment: 'live' as const,
      erased_at: at.toISOString(),
      receipt:
        kind === 'session_erased'
          ? { record: { ...receipt.record }, signature: receipt.signature }
          : null,
    };
  });

const sealedSchema = z.object({ signed_bytes: z.string(), signature: z.string() });

test('an entry opens as it was sealed, and is sealed to the same bytes again', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const sealed = sealEntry(keyring, entry);
      expect(sealEntry(keyring, entry)).toBe(sealed);
      expect(openEntry(keyring, entry.id, sealed)).toEqual({ is: 'entry', entry });
    }),
    runs,
  );
});

test('an entry with one character changed, or of another keyring, is forged or none', () => {
  const stranger = createKeyring(newKeyringFile());
  fc.assert(
    fc.property(anyEntry, fc.nat(), (entry, place) => {
      const sealed = sealEntry(keyring, entry);
      const { signed_bytes: text } = sealedSchema.parse(JSON.parse(sealed));
      const at = place % text.length;
      const other = text[at] === '0' ? '1' : '0';
      const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
      const forged = sealed.replace(JSON.stringify(text), JSON.stringify(changed));
      expect(openEntry(keyring, entry.id, forged).is).toBe('refused');
      expect(openEntry(keyring, entry.id, sealEntry(stranger, entry))).toEqual({
        is: 'refused',
        why: 'forged',
      });
    }),
    runs,
  );
});

test('an entry that was copied to another name counts for nothing', () => {
  fc.assert(
    fc.property(anyEntry, body, (entry, other) => {
      fc.pre(`ers_${other}` !== entry.id);
      expect(openEntry(keyring, `ers_${other}`, sealEntry(keyring, entry))).toEqual({
        is: 'refused',
        why: 'of_another_name',
      });
    }),
    runs,
  );
});

test('what somebody else put there is no entry, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(openEntry(keyring, 'ers_x', text)).toEqual({ is: 'refused', why: 'not_an_entry' });
    }),
    runs,
  );
});

test('an entry is no receipt, though one key signs both', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const { signature } = sealedSchema.parse(JSON.parse(sealEntry(keyring, entry)));
      const record = { session_id: entry.subject_id, erased_at: entry.erased_at };
      expect(verifyErasureRecord(erasureKey(keyring).publicKey, { record, signature })).toBe(false);
    }),
    runs,
  );
});
