import { judgePageBatches } from '../../../activities/checks/records/risk/page-signals';
import { pageFactsSchema, type PageFacts } from '../../../shared/domain/risk/page-facts';
import { reportedSignals } from '../../../activities/checks/records/risk/reported-signals';
import {
  signalNames,
  signalOf,
  type SignalName,
} from '../../../shared/domain/risk/signal-catalogue';

const cases: readonly (readonly [SignalName, PageFacts, PageFacts])[] = [
  ['high_hesitation', { behaviour: { hesitations: 5 } }, { behaviour: { hesitations: 4 } }],
  [
    'high_distraction',
    { behaviour: { hidden_ms: 120_000 } },
    { behaviour: { hidden_ms: 119_999 } },
  ],
  [
    'copy_paste_name',
    { behaviour: { pasted_fields: ['last_name'] } },
    { behaviour: { pasted_fields: ['email'] } },
  ],
  [
    'mouse_bot_pattern',
    { behaviour: { mouse: { moves: 20, straight_share: 0.98 } } },
    { behaviour: { mouse: { moves: 19, straight_share: 1 } } },
  ],
  [
    'keystroke_bot_pattern',
    { behaviour: { keystrokes: { presses: 20, interval_deviation_ms: 4.9 } } },
    { behaviour: { keystrokes: { presses: 20, interval_deviation_ms: 5 } } },
  ],
  [
    'screen_sharing_detected',
    { behaviour: { screen_shared: true } },
    { behaviour: { screen_shared: false } },
  ],
  [
    'autofill_then_edit',
    { behaviour: { edited_after_autofill: true } },
    { behaviour: { edited_after_autofill: false } },
  ],
  ['bot_detected', { device: { webdriver: true } }, { device: { automation_traces: [] } }],
  [
    'webdriver_evasion_detected',
    { device: { webdriver_altered: true } },
    { device: { webdriver_altered: false } },
  ],
  ['devtools_open', { device: { devtools_open: true } }, { device: { devtools_open: false } }],
  [
    'virtual_camera',
    { device: { camera_label: 'OBS Virtual Camera' } },
    { device: { camera_label: 'FaceTime HD Camera' } },
  ],
  [
    'webgl_vm_detected',
    { device: { webgl_renderer: 'Google SwiftShader' } },
    { device: { webgl_renderer: 'Apple M2' } },
  ],
  ['incognito_detected', { device: { incognito: true } }, { device: { incognito: false } }],
];

it.each(cases)('%s is triggered by its facts, and by them alone', (signal, facts, others) => {
  expect([...reportedSignals(facts).keys()]).toEqual([signal]);
  expect([...reportedSignals(others).keys()]).toEqual([]);
});

it('every signal of the page has its rule, and is marked as reported', () => {
  const reported = signalNames.filter((name) => signalOf(name).source === 'reported');
  expect(cases.map(([name]) => name).sort()).toEqual([...reported].sort());
});

describe('a page may send anything', () => {
  it('what is unknown is dropped', () => {
    expect(pageFactsSchema.parse({ device: { incognito: true, owner: 'x' }, more: 1 })).toEqual({
      device: { incognito: true },
    });
  });

  it('what is out of bounds is refused', () => {
    const tooLong = { device: { camera_label: 'x'.repeat(201) } };
    expect(pageFactsSchema.safeParse(tooLong).success).toBe(false);
    expect(pageFactsSchema.safeParse({ behaviour: { hesitations: -1 } }).success).toBe(false);
  });
});

describe('batches', () => {
  it('none at all: nothing of the page is evaluated', () => {
    const { triggered, notEvaluated } = judgePageBatches([]);
    expect(triggered.size).toBe(0);
    expect(notEvaluated).toEqual(expect.arrayContaining(['bot_detected', 'payload_tampering']));
  });

  it("one with another's nonce is tampering; a page loaded anew is not", () => {
    const facts = {};
    const honest = judgePageBatches([
      { facts, nonce: 'absent' },
      { facts, nonce: 'fits' },
    ]);
    expect([...honest.triggered.keys()]).toEqual([]);
    const forged = judgePageBatches([{ facts, nonce: 'does_not_fit' }]);
    expect([...forged.triggered.keys()]).toEqual(['payload_tampering']);
  });
});
