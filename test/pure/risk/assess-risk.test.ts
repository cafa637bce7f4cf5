import fc from 'fast-check';
import { assessRisk } from '../../../shared/domain/risk/assess-risk';
import { riskLevelOf, riskLevels } from '../../../shared/domain/risk/risk-level';
import { signalActions, signalActionsSchema } from '../../../shared/domain/risk/signal-actions';
import { signalNames, signalOf } from '../../../shared/domain/risk/signal-catalogue';

const someSignals = fc.uniqueArray(fc.constantFrom(...signalNames));
const someActions = fc.dictionary(
  fc.constantFrom(...signalNames),
  fc.constantFrom(...signalActions),
);

describe('the weights of the specification', () => {
  it.each([
    ['completion_too_fast', 20],
    ['completion_too_slow', 5],
    ['high_hesitation', 10],
    ['high_distraction', 5],
    ['copy_paste_name', 15],
    ['mouse_bot_pattern', 25],
    ['keystroke_bot_pattern', 25],
    ['screen_sharing_detected', 15],
    ['autofill_then_edit', 10],
    ['bot_detected', 50],
    ['webdriver_evasion_detected', 40],
    ['devtools_open', 30],
    ['virtual_camera', 50],
    ['webgl_vm_detected', 30],
    ['incognito_detected', 10],
  ] as const)('%s weighs %i', (name, weight) => {
    expect(signalOf(name)).toMatchObject({ weight, weightFrom: 'specification' });
  });
});

describe('levels', () => {
  it.each([
    [0, 'low'],
    [20, 'low'],
    [21, 'medium'],
    [50, 'medium'],
    [51, 'high'],
    [80, 'high'],
    [81, 'critical'],
    [100, 'critical'],
  ] as const)('%i is %s', (score, level) => {
    expect(riskLevelOf(score)).toBe(level);
  });
});

describe('whatever was triggered, whatever the organisation says of it', () => {
  it('the score is the capped sum of what is not ignored, and the level follows it', () => {
    fc.assert(
      fc.property(someSignals, someActions, (names, actions) => {
        const risk = assessRisk(names, actions);
        const counted = names.filter((name) => actions[name] !== 'ignore');
        const sum = counted.reduce((total, name) => total + signalOf(name).weight, 0);
        expect(risk.score).toBe(Math.min(100, sum));
        expect(risk.level).toBe(riskLevelOf(risk.score));
      }),
    );
  });

  it('every triggered signal is told once, in one order, the ignored ones too', () => {
    fc.assert(
      fc.property(someSignals, someActions, (names, actions) => {
        const told = assessRisk([...names, ...names], actions).signals.map(({ signal }) => signal);
        expect(told).toEqual(signalNames.filter((name) => names.includes(name)));
      }),
    );
  });

  it('a block blocks at any score, and nothing else does', () => {
    fc.assert(
      fc.property(someSignals, someActions, (names, actions) => {
        const blocking = signalNames.filter(
          (name) => names.includes(name) && actions[name] === 'block',
        );
        expect(assessRisk(names, actions).blockedBy).toBe(blocking[0] ?? null);
      }),
    );
  });

  it('one more signal never lowers the level', () => {
    fc.assert(
      fc.property(
        someSignals,
        fc.constantFrom(...signalNames),
        someActions,
        (names, more, acts) => {
          const rank = (triggered: typeof names): number =>
            riskLevels.indexOf(assessRisk(triggered, acts).level);
          expect(rank([...names, more])).toBeGreaterThanOrEqual(rank(names));
        },
      ),
    );
  });
});

it('actions name known signals only', () => {
  expect(signalActionsSchema.safeParse({ tor_exit: 'block' }).success).toBe(true);
  expect(signalActionsSchema.safeParse({ unheard_of: 'block' }).success).toBe(false);
  expect(signalActionsSchema.safeParse({ tor_exit: 'explode' }).success).toBe(false);
});
