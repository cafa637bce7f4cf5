import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils';
import { z } from 'zod';
import type { Graph } from '../../shared/domain/graph/definition';
import type { SessionId } from '../../shared/domain/ids';
import { searchAttributeKeys as keys } from '../../shared/temporal/search-attributes';
import { sessionSignals, sessionUpdates } from '../../shared/temporal/session-definitions';
import { setSessionStage, type SessionStage } from './session-stage';
import { gatedGraph, wholeStory } from './story';

const handlerSchema = z.object({ name: z.string(), description: z.string().default('') });
const metadataSchema = z.object({
  definition: z.object({
    queryDefinitions: z.array(handlerSchema),
    signalDefinitions: z.array(handlerSchema),
    updateDefinitions: z.array(handlerSchema),
  }),
  currentDetails: z.string(),
});

/** What asks Temporal to do something, and what it would be called without a summary. */
const asks = [
  'activityTaskScheduledEventAttributes',
  'timerStartedEventAttributes',
  'markerRecordedEventAttributes',
] as const;

describe("Temporal's UI as the operator's desk", () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());
  beforeEach(() => stage.checks.says.clear());

  const handle = (id: SessionId) => stage.temporal.client.workflow.getHandle(id);

  async function metadata(id: SessionId): Promise<z.output<typeof metadataSchema>> {
    return metadataSchema.parse(await handle(id).query('__temporal_workflow_metadata'));
  }

  async function submitted(graph?: Graph): Promise<SessionId> {
    const id = await stage.create(graph === undefined ? {} : { graph });
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    return id;
  }

  async function toldOf(id: SessionId) {
    const { typedSearchAttributes: told } = await handle(id).describe();
    return {
      kind: told.get(keys.kind),
      status: told.get(keys.status),
      decision: told.get(keys.decision),
      reason: told.get(keys.reason),
      riskBand: told.get(keys.riskBand),
      case: told.get(keys.case),
      deadline: told.get(keys.deadline),
    };
  }

  describe('a run', () => {
    test('that approves returns it, with what each check said', async () => {
      const id = await submitted();
      await stage.ended(id);
      expect(await handle(id).result()).toMatchObject({
        status: 'completed',
        decision: 'approved',
        reasonCodes: [],
        attempt: 1,
        riskBand: 'critical',
        checks: { document_ocr: 'passed', face_match: 'passed', risk_assessment: 'passed' },
      });
      expect(await toldOf(id)).toMatchObject({
        kind: 'session',
        status: 'completed',
        decision: 'approved',
        reason: undefined,
        riskBand: 'critical',
        deadline: undefined,
      });
    });

    test('that a reviewer ends returns the decision and why, and is found by its case', async () => {
      stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
      const id = await submitted();
      const { openCase: caseId } = (await stage.reached(id, 'under_review')).state;
      if (caseId === null) throw new Error('no case was opened');
      await stage.send(id, { type: 'review', decision: 'reject', caseId, reasonCode: 'no_face' });
      await stage.ended(id);
      expect(await handle(id).result()).toMatchObject({
        status: 'completed',
        decision: 'rejected',
        reasonCodes: ['no_face', 'blurred'],
        checks: { document_quality: 'failed' },
      });
      expect(await toldOf(id)).toMatchObject({
        decision: 'rejected',
        reason: ['no_face', 'blurred'],
        case: [caseId],
      });
    });

    test('whose outcome a tester chose returns what was made up for it', async () => {
      const id = await stage.create({ environment: 'sandbox' });
      await stage.send(id, {
        type: 'outcome',
        outcome: 'reject',
        simulated: { check: 'face_match', reason: 'face_mismatch' },
      });
      await stage.ended(id);
      expect(await handle(id).result()).toMatchObject({
        status: 'completed',
        decision: 'rejected',
        reasonCodes: ['sandbox_rejected', 'face_mismatch'],
        riskBand: 'low',
        checks: { document_ocr: 'passed', face_match: 'failed' },
      });
    });

    test('that nobody opens returns that it expired; its deadline was told from the start', async () => {
      const id = await stage.create();
      const { deadline_at: deadline } = await stage.row(id);
      expect(await toldOf(id)).toMatchObject({ status: 'pending', deadline });
      await stage.ended(id);
      expect(await handle(id).result()).toEqual({
        status: 'expired',
        decision: null,
        reasonCodes: [],
        attempt: 0,
        riskBand: null,
        checks: null,
      });
      expect(await toldOf(id)).toMatchObject({ status: 'expired', deadline: undefined });
    });

    test('whose checks cannot be carried out returns that it failed, and the code', async () => {
      const id = await submitted({
        ...gatedGraph,
        nodes: gatedGraph.nodes.map((node) =>
          node.id === 'face' ? { ...node, routes: { passed: 'nowhere' } } : node,
        ),
      } as Graph);
      await stage.ended(id);
      expect(await handle(id).result()).toMatchObject({
        status: 'failed',
        decision: null,
        reasonCodes: ['invalid_definition'],
      });
    });

    test('at a gate tells when that ends by itself', async () => {
      const id = await submitted(gatedGraph);
      const { deadline_at: deadline } = await stage.reached(id, 'awaiting_external');
      await stage.send(id, { type: 'place_hold' });
      expect(await toldOf(id)).toMatchObject({ status: 'awaiting_external', deadline });
      const { currentDetails } = await metadata(id);
      expect(currentDetails).toContain('at gate bank');
      expect(currentDetails).toContain(deadline?.toISOString());
      expect(currentDetails).toContain('under legal hold');
      await stage.send(id, { type: 'external', decision: 'reject' });
      await stage.ended(id);
      expect((await metadata(id)).currentDetails).toMatch(
        /decided.*rejected for external_rejected/s,
      );
    });

    test('that is started again while its row says under review shows decision and case', async () => {
      stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
      const id = await submitted();
      const row = await stage.reached(id, 'under_review');
      await handle(id).terminate('by hand');
      await stage.sessions.start(row);
      expect(await toldOf(id)).toMatchObject({
        status: 'under_review',
        decision: 'needs_review',
        case: [row.state.openCase],
      });
      await stage.send(id, { type: 'review', decision: 'approve' });
      await stage.ended(id);
      expect(await handle(id).result()).toMatchObject({ decision: 'approved', checks: null });
    });
  });

  test('every activity and every timer of a history says in a line what it is for', async () => {
    const id = await wholeStory(stage);
    const runs = await stage.closedRuns(id);
    const lines = runs.flatMap(summaries);
    expect(lines.filter(({ summary }) => summary === null)).toEqual([]);
    const texts = lines.map(({ summary }) => summary);
    expect(texts).toContain('capturing → processing (submit)');
    expect(texts).toContain('awaiting_external → processing (external.continue at bank)');
    expect(texts).toContain('captureSubmitted refused: invalid_state');
    expect(texts).toContain('the link runs out');
    expect(texts).toContain("the session's objects");
  });

  test('every message says what it does and what its payload looks like', async () => {
    const id = await stage.create();
    const { definition } = await metadata(id);
    const named = (handlers: readonly z.output<typeof handlerSchema>[]) =>
      handlers.flatMap(({ name, description }) => (description.length > 30 ? [name] : []));
    expect(named(definition.signalDefinitions)).toEqual(
      expect.arrayContaining(Object.keys(sessionSignals)),
    );
    expect(named(definition.updateDefinitions).sort()).toEqual(Object.keys(sessionUpdates).sort());
    expect(named(definition.queryDefinitions)).toContain('state');
    const all = Object.values(definition).flat();
    expect(all.filter(({ description }) => description === '')).toEqual([]);
    await stage.send(id, { type: 'expire' });
  });

  test('static details lead to the session, its workflow and the runbook', async () => {
    const id = await stage.create();
    const { workflow_id: workflow } = await stage.row(id);
    const details = await (await handle(id).describe()).staticDetails();
    for (const part of [`/sessions/${id}`, `\`${workflow}\`, version 1`, 'deploy/TEMPORAL.md']) {
      expect(details).toContain(part);
    }
    expect(details).toContain('**live** session');
    await stage.send(id, { type: 'expire' });
  });
});

interface Line {
  readonly what: string;
  readonly summary: string | null;
}

/** Of patches there is no summary: the SDK writes their markers. */
function summaries(history: History): Line[] {
  const { events } = eventsSchema.parse(JSON.parse(historyToJSON(history)));
  return events.flatMap((event) => {
    const isAsked = asks.some((kind) => kind in event);
    const isPatch = event.markerRecordedEventAttributes?.markerName === 'core_patch';
    if (!isAsked || isPatch) return [];
    const data = event.userMetadata?.summary?.data;
    const summary =
      data === undefined
        ? null
        : z.string().parse(JSON.parse(Buffer.from(data, 'base64').toString()));
    return [{ what: event.eventType, summary }];
  });
}

const eventsSchema = z.object({
  events: z.array(
    z.looseObject({
      eventType: z.string(),
      userMetadata: z.object({ summary: z.object({ data: z.string() }).optional() }).optional(),
      markerRecordedEventAttributes: z.looseObject({ markerName: z.string() }).optional(),
    }),
  ),
});
