import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { wrappedTables } from '../../services/admin/rotation/wrapped-tables';
import { newKeyringFile } from '../../shared/crypto/keyring';
import { sealContext } from '../../shared/crypto/session-key';
import { setRotationStage, type RotationStage, type SealedRows } from './rotation-stage';

/** A process reads the ring when it starts: a keyring in hand is a process that was not restarted since. */
let stage: RotationStage;
beforeEach(async () => {
  stage = await setRotationStage();
});
afterEach(() => stage.stop());

async function sealSeveral(count: number): Promise<readonly SealedRows[]> {
  const keyring = await stage.started();
  const rows: SealedRows[] = [];
  for (let n = 0; n < count; n += 1) rows.push(await stage.seal(keyring, `content ${String(n)}`));
  return rows;
}

async function expectAllOpen(rows: readonly SealedRows[]): Promise<void> {
  const keyring = await stage.started();
  for (const [n, row] of rows.entries()) {
    const content = `content ${String(n)}`;
    expect(await stage.opened(keyring, row)).toEqual([content, content]);
  }
}

test('added, rewrapped, removed: everything opens at each step, and the service keeps its own keys', async () => {
  const rows = await sealSeveral(3);
  const before = await stage.started();
  const endpoint = await stage.addEndpoint(before);

  expect(await stage.rotate()).toMatchObject({ done: 'added mk2', current: 'mk1' });
  await expectAllOpen(rows);
  expect(await stage.rotate({ step: 'rewrap' })).toMatchObject({
    done: 'rewrapped 6 data keys under mk2',
    current: 'mk2',
  });
  await expectAllOpen(rows);
  expect(await stage.masterKeysNamed()).toEqual(Array(6).fill('mk2'));
  expect(await stage.rotate({ step: 'remove' })).toMatchObject({ done: 'removed mk1' });
  await expectAllOpen(rows);

  expect(Object.keys((await stage.ring()).keys)).toEqual(['mk2']);
  const after = await stage.started();
  expect(after.derive('audit-chain')).toEqual(before.derive('audit-chain'));
  const { secret_sealed } = await stage.db
    .selectFrom('webhook_endpoints')
    .select('secret_sealed')
    .executeTakeFirstOrThrow();
  const opened = after.openForService(sealContext.webhookSecret(endpoint.id), secret_sealed);
  expect(opened.toString()).toBe(endpoint.secret);
  expect((await stat(stage.file)).mode & 0o777).toBe(0o600);
});

test('killed after whichever batch, a run goes on where it was and ends the same', async () => {
  const rows = await sealSeveral(4);
  await stage.rotate({ step: 'add' });
  const killAfterFirst = (): void => {
    throw new Error('killed');
  };
  for (let left = 8; left > 0; left -= 2) {
    // The first run needs its step, since it begins the change; those after it go on by themselves.
    const options = left === 8 ? { step: 'rewrap' } : {};
    await expect(stage.rotate(options, killAfterFirst)).rejects.toThrow('killed');
    await expectAllOpen(rows);
    const named = await stage.masterKeysNamed();
    expect(named.filter((id) => id === 'mk1')).toHaveLength(left - 2);
  }
  expect(Object.keys((await stage.ring()).keys)).toEqual(['mk1', 'mk2']);
  await stage.rotate({ step: 'remove' });
  await expectAllOpen(rows);
});

test('run again before the restart it changes nothing, and under way it makes no third key', async () => {
  await sealSeveral(2);
  await stage.rotate();
  const added = await stage.ring();
  for (const options of [{}, { step: 'add' }]) {
    expect((await stage.rotate(options))['done']).toBe('nothing: mk2 was added before');
    expect(await stage.ring()).toEqual(added);
  }
  const killed = await stage
    .rotate({ step: 'rewrap' }, () => {
      throw new Error('killed');
    })
    .catch(() => 'killed');
  expect(killed).toBe('killed');
  expect(await stage.refusal({ step: 'add' })).toContain('--step rewrap');
  expect((await stage.rotate())['done']).toBe('rewrapped 2 data keys under mk2');
  expect((await stage.rotate())['done']).toBe('nothing: no row names an old key');
});

test('a key that rows still name is not removed: what an unrestarted process made is rewrapped first', async () => {
  await stage.rotate({ step: 'add' });
  const unrestarted = await stage.started();
  await stage.rotate({ step: 'rewrap' });
  const row = await stage.seal(unrestarted, 'content 0');
  expect(await stage.refusal({ step: 'remove' })).toContain('--step rewrap');
  expect(Object.keys((await stage.ring()).keys)).toEqual(['mk1', 'mk2']);
  await expectAllOpen([row]);
  expect((await stage.rotate())['done']).toBe('rewrapped 2 data keys under mk2');
  await stage.rotate({ step: 'remove' });
  await expectAllOpen([row]);
});

test('killed between the database and the file, a removal is run again and ends the same', async () => {
  const rows = await sealSeveral(1);
  await stage.rotate({ step: 'add' });
  await stage.rotate({ step: 'rewrap' });
  const notYetWritten = JSON.stringify(await stage.ring());
  await stage.rotate({ step: 'remove' });
  await writeFile(stage.file, notYetWritten);
  expect((await stage.rotate({ step: 'remove' }))['done']).toBe('removed mk1');
  expect((await stage.rotate({ step: 'remove' }))['done']).toBe('nothing: there is no old key');
  await expectAllOpen(rows);
});

test('once a key is removed the database takes no row under it, so that none is lost', async () => {
  const unrestarted = await stage.started();
  const [row] = await sealSeveral(1);
  await stage.rotate({ step: 'add' });
  await stage.rotate({ step: 'rewrap' });
  await stage.rotate({ step: 'remove' });
  await expect(stage.seal(unrestarted, 'too late')).rejects.toThrow('master_key_retired');
  await expectAllOpen(
    row === undefined ? [] : [row, await stage.seal(await stage.started(), 'content 1')],
  );
});

test('rows that somebody holds are passed by and waited for; a second run is refused meanwhile', async () => {
  const rows = await sealSeveral(3);
  await stage.rotate({ step: 'add' });
  const held = await stage.db.startTransaction().execute();
  await held.selectFrom('sessions').select('id').orderBy('id').limit(1).forUpdate().execute();
  let rotated: Promise<unknown> | undefined;
  await new Promise<void>((resolve, reject) => {
    rotated = stage.rotate({ step: 'rewrap' }, resolve).catch(reject);
  });
  expect(await stage.refusal()).toBe('Another rotation is running.');
  await held.commit().execute();
  await rotated;
  expect(await stage.masterKeysNamed()).toEqual(Array(6).fill('mk2'));
  await expectAllOpen(rows);
});

test('an erased session, which has no data key, stands in the way of nothing', async () => {
  const [row] = await sealSeveral(1);
  const erased = { wrapped_key: null, master_key_id: null };
  await stage.db.updateTable('sessions').set(erased).execute();
  await stage.rotate({ step: 'add' });
  expect((await stage.rotate({ step: 'rewrap' }))['done']).toBe('rewrapped 1 data keys under mk2');
  await stage.rotate({ step: 'remove' });
  expect(await stage.masterKeysNamed()).toEqual(['mk2', 'none']);
  expect(row).toBeDefined();
});

test('steps out of their order, a ring of another installation and no ring are refused', async () => {
  expect(await stage.refusal({ step: 'rewrap' })).toContain('--step add');
  expect(await stage.refusal({ step: 'turn' })).toContain('--step');
  await stage.rotate({ step: 'add' });
  expect(await stage.refusal({ step: 'remove' })).toContain('--step rewrap');
  await sealSeveral(1);
  const { keys } = newKeyringFile();
  await writeFile(stage.file, JSON.stringify({ current: 'other', keys: { other: keys['mk1'] } }));
  expect(await stage.refusal()).toContain('rows name master key mk1');
  expect(await stage.refusal({ keyring: `${stage.file}.none` })).toContain('MASTER_KEYS_FILE');
});

test('every table with a wrapped key is rewrapped', async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE column_name = 'master_key_id' AND table_schema = 'public'`.execute(stage.db);
  expect(rows.map(({ name }) => name).sort()).toEqual([...wrappedTables].sort());
});

describe('a ring that cannot be written in its place', () => {
  let made = 0;
  /** As an operator who puts what was handed out into the Secret. */
  async function step(name: string): Promise<Readonly<Record<string, string>>> {
    made += 1;
    const exported = join(stage.folder, `ring-${String(made)}.json`);
    const told = await stage.rotate({ step: name, export: exported });
    await rename(exported, stage.file).catch(() => undefined);
    return told;
  }

  test('is rotated by rings that are handed out; no row goes ahead of the one that is installed', async () => {
    const rows = await sealSeveral(2);
    const before = await stage.started();
    expect(await step('add')).toMatchObject({ done: 'added mk2', current: 'mk1' });
    expect(await step('rewrap')).toMatchObject({
      done: 'made mk2 current in the new ring; no row is rewrapped yet',
    });
    expect(await stage.masterKeysNamed()).toEqual(Array(4).fill('mk1'));
    expect(await step('rewrap')).toMatchObject({ done: 'rewrapped 4 data keys under mk2' });
    expect(await step('remove')).toMatchObject({ done: 'removed mk1' });
    await expectAllOpen(rows);
    expect(Object.keys((await stage.ring()).keys)).toEqual(['mk2']);
    expect((await stage.started()).derive('audit-chain')).toEqual(before.derive('audit-chain'));
  });

  test('stays as it is while a step hands one out, which is for its owner alone', async () => {
    const ring = await stage.ring();
    const exported = join(stage.folder, 'next.json');
    await stage.rotate({ step: 'add', export: exported });
    expect(await stage.ring()).toEqual(ring);
    expect((await stat(exported)).mode & 0o777).toBe(0o600);
    expect(await stage.refusal({ step: 'add', export: exported })).toContain('is there already');
  });

  test('says what to do where it is tried all the same', async () => {
    const nowhere = join(stage.folder, 'none', 'ring.json');
    await mkdir(join(stage.folder, 'none'));
    await writeFile(nowhere, JSON.stringify(await stage.ring()));
    // What cannot be replaced: a folder lies where the new file would be made.
    await mkdir(`${nowhere}.new/in-the-way`, { recursive: true });
    expect(await stage.refusal({ step: 'add', keyring: nowhere })).toContain('--export');
  });
});
