import { z } from 'zod';
import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { webhookBody, type BodyParts } from '../../../activities/webhooks/body';

const parts: BodyParts = {
  event: {
    id: 'evt_01hzzzzzzzzzzzzzzzzzzzzzzz',
    type: 'session.approved',
    sequence: 4,
    data: { attempt: 1, status: 'completed' },
    is_test: false,
    environment: 'live',
    created_at: new Date('2026-01-01T00:00:00Z'),
    session_id: 'ses_01hzzzzzzzzzzzzzzzzzzzzzzz',
  },
  session: { status: 'completed', external_ref: 'order-7', retention_status: 'active' },
  identity: null,
  endpoint: { attribute_blocklist: [], key_inflection: 'snake' },
  allowedFields: [],
  extracted: { first_name: 'Ada', last_name: 'Lovelace', document_number: 'X1' },
};

function body(changes: Partial<BodyParts> = {}): unknown {
  return JSON.parse(webhookBody({ ...parts, ...changes }));
}

describe('a webhook body', () => {
  test('is flat, with the published members, and carries no personal field by default', () => {
    expect(body()).toEqual({
      event: 'session.approved',
      id: parts.event.id,
      idempotency_key: parts.event.id,
      created_at: '2026-01-01T00:00:00.000Z',
      sequence: 4,
      session_id: parts.event.session_id,
      external_ref: 'order-7',
      status: 'completed',
      is_sandbox: false,
      attempt: 1,
    });
  });

  test("tells the status of the event's moment, else the session's of now", () => {
    const moved = { status: 'expired', external_ref: null, retention_status: 'active' } as const;
    expect(body({ session: moved })).toMatchObject({ status: 'completed' });
    const event = { ...parts.event, data: {} };
    expect(body({ session: moved, event })).toMatchObject({ status: 'expired' });
  });

  test('carries the fields that the organisation allows, and only those', () => {
    expect(body({ allowedFields: ['first_name', 'gender'] })).toMatchObject({
      extracted_data: { first_name: 'Ada', gender: null },
    });
  });

  test('carries no allowed field in events that tell nothing of the person', () => {
    const event = { ...parts.event, type: 'session.started' as const };
    expect(body({ event, allowedFields: ['first_name'] })).not.toHaveProperty('extracted_data');
  });

  test.each(['redacted', 'sensitive_redacted'] as const)('holds no person once %s', (status) => {
    const session = {
      status: 'completed',
      external_ref: 'order-7',
      retention_status: status,
    } as const;
    const text = webhookBody({ ...parts, session, allowedFields: ['first_name'] });
    expect(JSON.parse(text)).toMatchObject({ extracted_data: { first_name: null } });
    expect(text).not.toContain('Ada');
    if (status === 'redacted') expect(JSON.parse(text)).toMatchObject({ external_ref: null });
  });

  test('about an identity carries its reference and status of now, null once it is erased', () => {
    const about = { ...parts.event, type: 'identity.updated' as const, session_id: null, data: {} };
    const told = (identity: BodyParts['identity']): unknown =>
      body({ event: about, session: null, identity });
    expect(told({ status: 'approved', external_ref: 'customer-7' })).toMatchObject({
      session_id: null,
      external_ref: 'customer-7',
      status: 'approved',
    });
    expect(told({ status: 'approved', external_ref: null })).toMatchObject({ external_ref: null });
  });

  test('drops what the endpoint blocks, deep paths too, but never what identifies the event', () => {
    const endpoint: BodyParts['endpoint'] = {
      attribute_blocklist: ['external_ref', 'extracted_data.first_name', 'id', 'no.such.path'],
      key_inflection: 'snake',
    };
    const sent = body({ endpoint, allowedFields: ['first_name', 'last_name'] });
    expect(sent).not.toHaveProperty('external_ref');
    expect(sent).toMatchObject({
      id: parts.event.id,
      extracted_data: { last_name: 'Lovelace' },
    });
    expect(sent).not.toHaveProperty('extracted_data.first_name');
  });

  test.each([
    ['camel', 'idempotencyKey', 'keptHere'],
    ['kebab', 'idempotency-key', 'kept-here'],
  ] as const)('renames keys to %s and leaves the keys of metadata', (inflection, key, inner) => {
    const data = { metadata: { my_key: { deep_key: 1 } }, list: [{ kept_here: 1 }] };
    const sent = body({
      event: { ...parts.event, data },
      endpoint: { attribute_blocklist: [], key_inflection: inflection },
    });
    expect(sent).toHaveProperty([key], parts.event.id);
    expect(sent).toHaveProperty('metadata', { my_key: { deep_key: 1 } });
    expect(sent).toHaveProperty('list', [{ [inner]: 1 }]);
  });

  test('says so when it is a test, about a session that cannot exist', () => {
    const event = { ...parts.event, is_test: true, session_id: null, sequence: 0, data: {} };
    expect(body({ event, session: null })).toMatchObject({
      is_test: true,
      session_id: `ses_${'0'.repeat(26)}`,
      status: 'completed',
      external_ref: null,
    });
  });

  test('of a test event has the members of the real one, whichever type it is', () => {
    for (const type of webhookEventTypes) {
      const event = {
        ...parts.event,
        type,
        is_test: true,
        session_id: null,
        sequence: 0,
        data: {},
      };
      const sent = Object.keys(z.looseObject({}).parse(body({ event, session: null })));
      expect(sent).toEqual(
        expect.arrayContaining(type.startsWith('identity.') ? ['identity_id'] : ['status']),
      );
      if (/approved|declined|requires-review|case|document|check/.test(type)) {
        expect(sent).toContain('attempt');
      }
      if (type.startsWith('case.')) expect(sent).toContain('case_id');
      if (type === 'session.approved' || type === 'session.declined')
        expect(sent).toContain('result');
    }
  });
});
