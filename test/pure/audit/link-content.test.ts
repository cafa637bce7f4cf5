import fc from 'fast-check';
import { linkContent } from '../../../shared/audit/chain-link';
import { canonicalJson } from '../../../shared/domain/canonical-json';

const text = fc.string({ unit: 'binary' });
const maybe = fc.option(text);
const row = fc.record({
  id: text.map((body) => `aud_${body}` as const),
  organization_id: text.map((body) => `org_${body}` as const),
  environment: fc.constantFrom('live' as const, 'sandbox' as const, null),
  actor_kind: fc.constantFrom('api_key' as const, 'system' as const),
  actor_id: maybe,
  action: text,
  resource_id: maybe,
  request_id: maybe,
  detail: fc.dictionary(text, fc.jsonValue(), { noNullPrototype: true }),
  client_address_commitment: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  user_agent_commitment: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  exact_at: text,
});

test('a link covers the canonical JSON of its row, its place and the link before', () => {
  fc.assert(
    fc.property(row, fc.uint8Array(), fc.nat(), (covered, bytes, position) => {
      const previous = Buffer.from(bytes);
      const { exact_at: at, ...rest } = covered;
      const whole = {
        ...rest,
        client_address_commitment: rest.client_address_commitment?.toString('hex') ?? null,
        user_agent_commitment: rest.user_agent_commitment?.toString('hex') ?? null,
        at,
        previous: previous.toString('hex'),
        position,
      };
      expect(linkContent(previous, position, covered)).toBe(canonicalJson(whole));
    }),
  );
});
