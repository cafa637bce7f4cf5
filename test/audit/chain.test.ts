import { forgetWhence } from '../../shared/audit/personal-values';
import { newId } from '../../shared/domain/ids';
import { setAuditStage, type AuditStage } from './audit-stage';

const hourMs = 60 * 60 * 1000;

let stage: AuditStage;
beforeEach(async () => {
  stage = await setAuditStage();
});
afterEach(() => stage.stop());

it('what is sealed holds, over batches and over two sweeps; what came since waits', async () => {
  await stage.write(1100);
  expect(await stage.seal()).toBe(1100);
  await stage.write(3);
  expect(await stage.seal()).toBe(3);
  await stage.write(2);
  expect(await stage.verify()).toMatchObject({
    verifiedUpTo: 1103,
    sealed: 1103,
    unsealed: 2,
    brokenAt: null,
  });
});

it('a log that nobody wrote holds', async () => {
  expect(await stage.verify()).toEqual({
    verifiedUpTo: 0,
    sealed: 0,
    unsealed: 0,
    headAt: null,
    checkpoint: null,
    brokenAt: null,
  });
});

it('sealers at the same moment seal each row once', async () => {
  await stage.write(700);
  const sealed = await Promise.all([stage.seal(), stage.seal(), stage.seal()]);
  expect(sealed.reduce((sum, count) => sum + count)).toBe(700);
  expect(await stage.verify()).toMatchObject({ verifiedUpTo: 700, unsealed: 0, brokenAt: null });
});

it('the head is signed once an hour, and only when rows came', async () => {
  const heads = () => stage.db.selectFrom('audit_heads').select('position').execute();
  for (let n = 0; n < 3; n += 1) {
    await stage.write(1);
    await stage.seal();
    stage.pass(hourMs / 4);
  }
  expect(await heads()).toEqual([{ position: '1' }]);
  stage.pass(hourMs);
  await stage.seal();
  stage.pass(hourMs * 3);
  await stage.seal();
  expect(await heads()).toEqual([{ position: '1' }, { position: '3' }]);
  expect((await stage.verify()).headAt).toEqual(new Date('2026-03-01T11:45:00.000Z'));
});

describe('tampering shows, at its place', () => {
  beforeEach(async () => {
    await stage.write(10);
    await stage.seal();
  });

  it.each([
    ['the action', `UPDATE audit SET action = 'session.viewed' WHERE seal_position = 4`],
    ['the detail', `UPDATE audit SET detail = '{"version": 9}' WHERE seal_position = 4`],
    ['a microsecond', `UPDATE audit SET at = at + '1us' WHERE seal_position = 4`],
    ['the actor', `UPDATE audit SET actor_id = 'usr_other' WHERE seal_position = 4`],
    ['its hash', `UPDATE audit SET seal_hash = sha256('x') WHERE seal_position = 4`],
  ])('altered: %s', async (_what, statement) => {
    await stage.tamper(statement);
    expect(await stage.verify()).toMatchObject({
      verifiedUpTo: 3,
      brokenAt: { position: 4, reason: 'altered' },
    });
  });

  it('removed: a row from the middle, and the first', async () => {
    await stage.tamper(`DELETE FROM audit WHERE seal_position = 4`);
    expect((await stage.verify()).brokenAt).toEqual({ position: 4, reason: 'removed' });
    await stage.tamper(`DELETE FROM audit WHERE seal_position = 1`);
    expect((await stage.verify()).brokenAt).toEqual({ position: 1, reason: 'removed' });
  });

  it('removed: a row taken out of the chain, whose place another takes', async () => {
    await stage.tamper(`DELETE FROM audit WHERE seal_position = 4`);
    await stage.tamper(
      `UPDATE audit SET seal_position = seal_position - 1 WHERE seal_position > 4`,
    );
    expect((await stage.verify()).brokenAt).toEqual({ position: 4, reason: 'altered' });
  });

  it('cut off: the last rows, before and after the sealer went on', async () => {
    await stage.tamper(`DELETE FROM audit WHERE seal_position > 7`);
    const cutOff = { verifiedUpTo: 7, brokenAt: { position: 8, reason: 'cut_off' } };
    expect(await stage.verify()).toMatchObject(cutOff);
    await stage.write(5);
    await stage.seal();
    expect((await stage.verify()).brokenAt).toEqual({ position: 8, reason: 'removed' });
  });

  it('cut off: all rows', async () => {
    await stage.tamper(`DELETE FROM audit`);
    expect((await stage.verify()).brokenAt).toEqual({ position: 1, reason: 'cut_off' });
  });

  it('cut off: rows behind the last head, with the tip set back to where they end', async () => {
    await stage.write(5);
    await stage.seal();
    await stage.tamper(`DELETE FROM audit WHERE seal_position > 12`);
    await stage.tamper(`UPDATE audit_tips SET position = 12,
      hash = (SELECT seal_hash FROM audit WHERE seal_position = 12)`);
    expect((await stage.verify()).brokenAt).toEqual({ position: 13, reason: 'head_altered' });
  });

  it('a lost tip is not written anew: the sealer calls for somebody, and rows wait', async () => {
    await stage.tamper(`DELETE FROM audit WHERE seal_position > 7`);
    await stage.tamper(`DELETE FROM audit_tips`);
    await stage.tamper(`DELETE FROM audit_heads`);
    await stage.write(2);
    expect(await stage.seal()).toBe(0);
    expect(stage.alerts).toHaveLength(1);
    expect(await stage.verify()).toMatchObject({
      unsealed: 2,
      brokenAt: { position: 8, reason: 'head_altered' },
    });
  });

  it('a signed head that was moved in time', async () => {
    await stage.tamper(`UPDATE audit_heads SET at = at + interval '1 hour'`);
    expect((await stage.verify()).brokenAt).toEqual({ position: 10, reason: 'head_altered' });
  });
});

describe('personal values', () => {
  const whence = { clientAddress: '192.0.2.7', userAgent: 'planted-agent/1' };

  it('nulled by an erasure, they leave the chain whole and cannot be guessed', async () => {
    const resourceId = newId('session');
    await stage.write(1, { whence, resourceId });
    await stage.write(1, { whence });
    await stage.seal();
    await forgetWhence(stage.db, [resourceId]);
    const rows = await stage.db.selectFrom('audit').selectAll().orderBy('seal_position').execute();
    expect(rows).toMatchObject([
      { client_address: null, user_agent: null, personal_salt: null },
      { client_address: whence.clientAddress, user_agent: whence.userAgent },
    ]);
    expect(rows[0]?.client_address_commitment).not.toEqual(rows[1]?.client_address_commitment);
    expect(await stage.verify()).toMatchObject({ verifiedUpTo: 2, brokenAt: null });
  });

  it('altered, they show', async () => {
    await stage.write(2, { whence });
    await stage.seal();
    await stage.tamper(`UPDATE audit SET client_address = '192.0.2.8' WHERE seal_position = 2`);
    expect((await stage.verify()).brokenAt).toEqual({ position: 2, reason: 'altered' });
  });
});

it('no row is changed or deleted by a mistake of ours', async () => {
  await stage.write(1, { whence: { clientAddress: '192.0.2.7', userAgent: null } });
  await stage.seal();
  const { db } = stage;
  await expect(db.deleteFrom('audit').execute()).rejects.toThrow('append-only');
  for (const change of [{ action: 'other' }, { client_address: '192.0.2.8' }]) {
    await expect(db.updateTable('audit').set(change).execute()).rejects.toThrow('append-only');
  }
});
