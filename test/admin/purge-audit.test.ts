import { sql } from 'kysely';
import { connectScoped } from '../../shared/database/connect';
import { createTenancy } from '../../shared/database/tenancy';
import { generatedId } from '../database/generated-rows';
import { generated, setPurgeStage, type PurgeStage } from './purge-stage';

/** The audit log's beginning goes behind a signed checkpoint; the rest of its chain still holds. */
let stage: PurgeStage;
beforeEach(async () => {
  stage = await setPurgeStage();
  await stage.seal();
});
afterEach(() => stage.stop());

const options = { what: 'audit', 'older-than-days': '400', 'dry-run': 'no' };
const rows = async (): Promise<number> =>
  (await stage.db.selectFrom('audit').select('id').execute()).length;

it('counted only without --dry-run no, then gone; verified from the checkpoint, also as it grows', async () => {
  const counted = await stage.purge({ ...options, 'dry-run': 'yes' });
  expect(counted).toMatchObject({ would_delete: String(generated) });
  expect(await rows()).toBe(generated);
  expect(await stage.verify()).toMatchObject({ checkpoint: null, verifiedUpTo: generated });

  expect(await stage.purge(options)).toMatchObject({ deleted: String(generated) });
  // The record of the purge itself, not sealed yet.
  expect(await rows()).toBe(1);
  const state = { checkpoint: { position: generated }, brokenAt: null };
  expect(await stage.verify()).toMatchObject({ ...state, verifiedUpTo: generated, unsealed: 1 });
  await stage.seal();
  expect(await stage.verify()).toMatchObject({
    ...state,
    verifiedUpTo: generated + 1,
    sealed: 1,
    unsealed: 0,
  });
});

it('killed after whichever batch, the chain holds from where it begins, and a run goes on', async () => {
  const killed = (): void => {
    throw new Error('killed');
  };
  for (const left of [40, 20, 0]) {
    await expect(stage.purge(options, killed)).rejects.toThrow('killed');
    await stage.seal();
    const { checkpoint, brokenAt } = await stage.verify();
    expect([checkpoint?.position, brokenAt]).toEqual([generated - left, null]);
  }
});

it('goes no further than the first record that is as young as a session under a legal hold', async () => {
  // Sealed in the order of time: the higher its number, the older.
  const id = generatedId('ses_', 21);
  await stage.behindTriggers(`UPDATE sessions SET legal_hold = true WHERE id = '${id}'`);
  expect(await stage.purge(options)).toMatchObject({ deleted: String(generated - 21) });
  expect(await stage.verify()).toMatchObject({
    checkpoint: { position: generated - 21 },
    brokenAt: null,
  });
});

it('goes no further than what is too young or not sealed', async () => {
  await stage.behindTriggers(`UPDATE audit SET seal_position = NULL, seal_hash = NULL`);
  await stage.behindTriggers(`DELETE FROM audit_tips; DELETE FROM audit_heads`);
  expect(await stage.purge(options)).toMatchObject({ deleted: '0' });
  await stage.seal();
  expect(await stage.purge({ ...options, 'older-than-days': '731' })).toMatchObject({
    deleted: '0',
  });
});

it('deletes nothing of a chain that does not hold: what was changed goes on to show', async () => {
  await stage.behindTriggers(`UPDATE audit SET action = 'other' WHERE seal_position = 30`);
  await expect(stage.purge(options)).rejects.toThrow('--what');
  // The batch before it held, and went.
  expect(await stage.verify()).toMatchObject({
    checkpoint: { position: 20 },
    verifiedUpTo: 29,
    brokenAt: { position: 30, reason: 'altered' },
  });
});

describe('behind a checkpoint tampering shows as before', () => {
  beforeEach(async () => {
    const killed = (): void => {
      throw new Error('killed');
    };
    await expect(stage.purge(options, killed)).rejects.toThrow('killed');
    await stage.seal();
  });

  it.each([
    ['a checkpoint moved on', `UPDATE audit_checkpoints SET position = 25`, 1, 'head_altered'],
    [
      'another time of it',
      `UPDATE audit_checkpoints SET at = at + interval '1 day'`,
      1,
      'head_altered',
    ],
    ['a lost checkpoint', `DELETE FROM audit_checkpoints`, 1, 'removed'],
    ['the first row behind it', `DELETE FROM audit WHERE seal_position = 21`, 21, 'removed'],
    [
      'a row where others were purged',
      `UPDATE audit SET seal_position = 7 WHERE seal_position = 30`,
      7,
      'altered',
    ],
  ])('%s', async (_what, statement, position, reason) => {
    expect((await stage.verify()).brokenAt).toBeNull();
    await stage.behindTriggers(statement);
    expect((await stage.verify()).brokenAt).toEqual({ position, reason });
  });
});

it('no row goes by a mistake of ours, and neither role of the service can make room for it', async () => {
  const killed = (): void => {
    throw new Error('killed');
  };
  await expect(stage.purge(options, killed)).rejects.toThrow('killed');
  await expect(stage.db.deleteFrom('audit').execute()).rejects.toThrow('append-only');
  const { organizationId } = stage;
  const tenancy = createTenancy();
  const scoped = connectScoped({ url: stage.url, maxConnections: 1 }, tenancy);
  try {
    for (const [db, scope] of [
      [scoped.db, { kind: 'tenant', organizationId, environment: 'live' }],
      [scoped.system, { kind: 'system' }],
    ] as const) {
      await tenancy.within(scope, async () => {
        const moved = sql`UPDATE audit_checkpoints SET position = 50`.execute(db);
        await expect(moved).rejects.toThrow('only the owner');
      });
    }
  } finally {
    await scoped.close();
  }
});
