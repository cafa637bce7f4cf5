import fc from 'fast-check';
import {
  deliveryForms,
  deliveryInputs,
  isDecided,
  moveDelivery,
  newDelivery,
  type Delivery,
  type DeliveryInput,
} from '../../../shared/domain/delivery/delivery';

const inputs = fc.array(fc.constantFrom(...deliveryInputs), { maxLength: 40 });
const anyForm = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.nat({ max: 7 }))
  .map(([round, nth]) => deliveryForms(round)[nth] ?? newDelivery({ enabled: true }));

/** The deliveries that inputs lead through, refused ones left out. */
function walk(first: Delivery, through: readonly DeliveryInput[]): readonly Delivery[] {
  const steps = [first];
  for (const input of through) {
    const next = moveDelivery(steps.at(-1) ?? first, input);
    if (next !== null) steps.push(next);
  }
  return steps;
}

describe('a delivery', () => {
  test('is always of one of its forms, whatever happens to it', () => {
    fc.assert(
      fc.property(fc.boolean(), inputs, (enabled, through) => {
        for (const one of walk(newDelivery({ enabled }), through)) {
          expect(deliveryForms(one.round)).toContainEqual(one);
        }
      }),
    );
  });

  test('that is decided is moved by nothing but a person who asks again', () => {
    fc.assert(
      fc.property(anyForm, fc.constantFrom(...deliveryInputs), (from, input) => {
        fc.pre(isDecided(from));
        const to = moveDelivery(from, input);
        if (input === 'asked_again') expect(to).toMatchObject({ stage: 'due', isBegun: false });
        else expect(to).toBeNull();
      }),
    );
  });

  test('gets a round more only where one was begun, and never loses one', () => {
    fc.assert(
      fc.property(fc.boolean(), inputs, (enabled, through) => {
        const steps = walk(newDelivery({ enabled }), through);
        steps.slice(1).forEach((to, index) => {
          const from = steps[index] ?? to;
          expect(to.round - from.round).toBe(isDecided(from) && from.isBegun ? 1 : 0);
        });
      }),
    );
  });

  test('moves alike in every round: the SQL of the table relies on it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.nat({ max: 7 }),
        fc.constantFrom(...deliveryInputs),
        (round, nth, input) => {
          const [one, zero] = [deliveryForms(round)[nth], deliveryForms(0)[nth]];
          if (one === undefined || zero === undefined) throw new Error('no such form');
          const [moved, movedZero] = [moveDelivery(one, input), moveDelivery(zero, input)];
          expect(moved).toEqual(
            movedZero === null ? null : { ...movedZero, round: movedZero.round + round },
          );
          // A round that is not begun keeps the row's `started_round`, which has to be below it.
          if (moved !== null && !moved.isBegun) {
            expect(moved.round).toBeGreaterThan(one.isBegun ? one.round : one.round - 1);
          }
        },
      ),
    );
  });

  test('is delivered by its first try, or by its workflow behind a wait', () => {
    const stages = (...through: DeliveryInput[]): readonly string[] =>
      walk(newDelivery({ enabled: true }), through).map(({ stage }) => stage);
    expect(stages('first_try_taken', 'taken')).toEqual(['due', 'trying', 'delivered']);
    expect(
      stages('first_try_taken', 'wait_given', 'handed_to_workflow', 'try_begun', 'taken'),
    ).toEqual(['due', 'trying', 'trying', 'retrying', 'retrying', 'delivered']);
  });

  test('that is held before its first try has that round still to come', () => {
    const asked = (...through: DeliveryInput[]): Delivery | undefined =>
      walk(newDelivery({ enabled: true }), [...through, 'asked_again']).at(-1);
    expect(asked('endpoint_disabled')).toMatchObject({ stage: 'due', round: 1 });
    expect(asked('first_try_taken', 'endpoint_disabled')).toMatchObject({ stage: 'due', round: 2 });
    const held = newDelivery({ enabled: false });
    expect(moveDelivery(held, 'asked_again')).toMatchObject({ stage: 'due', round: 1 });
  });
});
