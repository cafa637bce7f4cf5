import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { generatedId } from '../database/generated-rows';
import { generated, setPurgeStage, type PurgeStage } from './purge-stage';

/** `npm run admin -- purge` of deliveries, events and timelines. */
let stage: PurgeStage;
beforeEach(async () => {
  stage = await setPurgeStage();
});
afterEach(() => stage.stop());

const all = {
  events: generated,
  deliveries: generated,
  tries: generated,
  timeline: 2 * generated,
  sessions: generated,
};
const old = { 'older-than-days': '400' };
/** The last of the feed stays. */
const cases = [
  ['deliveries', generated, { ...all, deliveries: 0, tries: 0 }],
  ['events', generated - 1, { ...all, events: 1, deliveries: 1, tries: 1 }],
  ['timeline', 2 * generated, { ...all, timeline: 0 }],
] as const;

it.each(cases)(
  '%s: counted only without --dry-run no; then what was counted goes, and nothing else',
  async (what, due, left) => {
    expect(await stage.purge({ what, ...old })).toMatchObject({ would_delete: String(due) });
    expect(await stage.counts()).toEqual(all);
    const told = await stage.purge({ what, ...old, 'dry-run': 'no' });
    expect(told).toMatchObject({ deleted: String(due) });
    expect(await stage.counts()).toEqual(left);
    const again = await stage.purge({ what, ...old, 'dry-run': 'no' });
    expect(again).toMatchObject({ deleted: '0' });
    const begun = await stage.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'organization.purge_begun')
      .execute();
    expect(begun).toEqual([{ detail: { what, before: told['before'], due } }]);
  },
);

it.each(cases)(
  '%s: killed after whichever batch, a run goes on with what is left',
  async (what, _due, left) => {
    const killed = (): void => {
      throw new Error('killed');
    };
    let runs = 0;
    for (let isDone = false; !isDone; runs += 1) {
      isDone = await stage.purge({ what, ...old, 'dry-run': 'no' }, killed).then(
        () => true,
        () => false,
      );
    }
    expect(runs).toBeGreaterThan(2);
    expect(await stage.counts()).toEqual(left);
  },
);

describe('what stays', () => {
  const open = [
    ['under a legal hold', `legal_hold = true`],
    ['whose retention is not over', `retention_status = 'sensitive_redacted'`],
    ['that moved since', `updated_at = now() + interval '700 days'`],
  ] as const;

  it.each(open)('all of a session %s', async (_what, change) => {
    const id = generatedId('ses_', 7);
    await stage.behindTriggers(`UPDATE sessions SET ${change} WHERE id = '${id}'`);
    for (const [what, due] of cases) {
      const stays = what === 'timeline' ? 2 : 1;
      // Deliveries went before: events count without them.
      expect(await stage.purge({ what, ...old, 'dry-run': 'no' })).toMatchObject({
        deleted: String(due - stays),
      });
    }
    const { db } = stage;
    for (const table of ['events', 'webhook_deliveries', 'timeline'] as const) {
      const rows = await db.selectFrom(table).select('session_id').execute();
      expect(rows.map((row) => row.session_id)).toContain(id);
    }
  });

  it('what is being delivered, with its event, and what is to be dispatched', async () => {
    const [pending, waiting] = [generatedId('evt_', 3), generatedId('evt_', 4)];
    await stage.behindTriggers(
      `UPDATE webhook_deliveries SET status = 'pending' WHERE event_id = '${pending}'`,
    );
    await stage.behindTriggers(`INSERT INTO outbox (event_id, organization_id, environment)
      VALUES ('${waiting}', '${stage.organizationId}', 'live')`);
    await stage.purge({ what: 'deliveries', ...old, 'dry-run': 'no' });
    await stage.purge({ what: 'events', ...old, 'dry-run': 'no' });
    const events = await stage.db.selectFrom('events').select('id').orderBy('id').execute();
    expect(events.map(({ id }) => id)).toEqual([pending, waiting, generatedId('evt_', 40)]);
    expect(await stage.counts()).toMatchObject({ deliveries: 1, tries: 1 });
  });

  it('what is younger, and what another organisation has', async () => {
    for (const [what] of cases) {
      expect(await stage.purge({ what, 'older-than-days': '731' })).toMatchObject({
        would_delete: '0',
      });
    }
    await stage.db
      .insertInto('organizations')
      .values({ id: 'org_other', name: 'Other', created_at: new Date() })
      .execute();
    for (const [what] of cases) {
      const options = { what, ...old, 'dry-run': 'no', organization: 'org_other' };
      expect(await stage.purge(options)).toMatchObject({ deleted: '0' });
    }
    expect(await stage.counts()).toEqual(all);
  });
});

it.each([
  [{ what: 'sessions', ...old }, '--what'],
  [{ what: 'events' }, '--older-than-days'],
  [{ what: 'events', 'older-than-days': '29' }, '--older-than-days'],
  [{ what: 'audit', 'older-than-days': '364' }, '--older-than-days'],
  [{ what: 'events', 'older-than-days': '-400' }, '--older-than-days'],
  [{ what: 'events', ...old, 'dry-run': 'maybe' }, '--dry-run'],
  [{ what: 'events', ...old, organization: 'org_none' }, '--organization'],
  [{ what: 'events', ...old, orgnization: 'x' }, 'orgnization'],
])('%j is refused by the name of its option', async (options, named) => {
  const refused: unknown = await stage.purge(options).catch((cause: unknown) => cause);
  if (!(refused instanceof VerifaError)) throw new Error('was not refused');
  expect(refused.message).toContain(named);
  expect(await stage.counts()).toEqual(all);
});
