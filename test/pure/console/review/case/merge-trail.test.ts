import fc from 'fast-check';
import { mergeTrail } from '../../../../../services/console/review/case/trail/merge-trail';

type Audit = Parameters<typeof mergeTrail>[0]['audit'][number];

const start = Date.parse('2026-11-30T12:00:00Z');

function deed(number: number, action: string, by: string, atMinutes: number): Audit {
  return {
    id: `aud_${String(number)}`,
    at: new Date(start + atMinutes * 60_000).toISOString(),
    actor: { kind: 'reviewer', id: by },
    action,
    resource: null,
    request_id: null,
    detail: {},
  };
}

const told = (...audit: readonly Audit[]): readonly string[] =>
  mergeTrail({ timeline: [], audit, notes: [], changes: [] }).map(({ key }) => key);

it('a claim that is prolonged is one claim, from the first one on', () => {
  expect(
    told(
      deed(3, 'case.claimed', 'usr_a', 31),
      deed(2, 'case.claimed', 'usr_a', 15),
      deed(1, 'case.claimed', 'usr_a', 0),
    ),
  ).toEqual(['aud_1']);
});

it.each([
  ['by another', [deed(1, 'case.claimed', 'usr_a', 0), deed(2, 'case.claimed', 'usr_b', 10)]],
  ['after it ran out', [deed(1, 'case.claimed', 'usr_a', 0), deed(2, 'case.claimed', 'usr_a', 30)]],
])('a claim %s is a claim of its own', (_, audit) => {
  expect(told(...audit)).toEqual(['aud_2', 'aud_1']);
});

it.each(['case.released', 'case.assigned'])('after %s it is claimed anew', (action) => {
  expect(
    told(
      deed(1, 'case.claimed', 'usr_a', 0),
      deed(2, action, 'usr_a', 5),
      deed(3, 'case.claimed', 'usr_a', 6),
    ),
  ).toEqual(['aud_3', 'aud_2', 'aud_1']);
});

it('everything else is told once, the newest first, whatever order it was read in', () => {
  const actions = fc.constantFrom('case.released', 'case.escalated', 'session.created');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat({ max: 500 }), { maxLength: 12 }),
      fc.array(actions, { minLength: 12, maxLength: 12 }),
      (minutes, whats) => {
        const audit = minutes.map((at, index) =>
          deed(at, whats[index] ?? 'session.created', 'usr_a', at),
        );
        const newestFirst = [...minutes].sort((left, right) => right - left);
        expect(told(...audit)).toEqual(newestFirst.map((at) => `aud_${String(at)}`));
      },
    ),
  );
});
