import type { SignalEvidence } from '../../../../shared/domain/risk/assess-risk';
import type { PageFacts } from '../../../../shared/domain/risk/page-facts';
import type { SignalName } from '../../../../shared/domain/risk/signal-catalogue';

const nameFields: readonly string[] = ['first_name', 'last_name', 'full_name', 'name'];

/** Cameras that are programs, by the labels they give themselves. */
const virtualCameras =
  /\b(obs|manycam|xsplit|snap camera|droidcam|iriun|epoccam|splitcam|youcam|v4l2|virtual)\b/i;

/** Renderers of virtual machines, and those in software, which servers without graphics use. */
const virtualGraphics =
  /swiftshader|llvmpipe|softpipe|vmware|virtualbox|parallels|virgl|qxl|microsoft basic render/i;

interface Rule {
  readonly signal: SignalName;
  /** The facts that triggered it; null when it is not triggered. */
  readonly evidence: (facts: PageFacts) => SignalEvidence | null;
}

const when = (triggered: boolean | undefined, evidence: SignalEvidence): SignalEvidence | null =>
  triggered === true ? evidence : null;

/** One rule for each signal that only the page can tell; the thresholds are those of the catalogue. */
const rules: readonly Rule[] = [
  {
    signal: 'high_hesitation',
    evidence: ({ behaviour: { hesitations = 0, longest_pause_ms = 0 } = {} }) =>
      when(hesitations >= 5 || longest_pause_ms >= 60_000, { hesitations, longest_pause_ms }),
  },
  {
    signal: 'high_distraction',
    evidence: ({ behaviour: { hidden_count = 0, hidden_ms = 0 } = {} }) =>
      when(hidden_count >= 5 || hidden_ms >= 120_000, { hidden_count, hidden_ms }),
  },
  {
    signal: 'copy_paste_name',
    evidence: ({ behaviour: { pasted_fields: pasted = [] } = {} }) => {
      const fields = pasted.filter((field) => nameFields.includes(field));
      return when(fields.length > 0, { fields });
    },
  },
  {
    signal: 'mouse_bot_pattern',
    evidence: ({ behaviour: { mouse } = {} }) =>
      when(mouse !== undefined && mouse.moves >= 20 && mouse.straight_share >= 0.98, { ...mouse }),
  },
  {
    signal: 'keystroke_bot_pattern',
    evidence: ({ behaviour: { keystrokes: keys } = {} }) =>
      when(keys !== undefined && keys.presses >= 20 && keys.interval_deviation_ms < 5, { ...keys }),
  },
  {
    signal: 'screen_sharing_detected',
    evidence: ({ behaviour }) => when(behaviour?.screen_shared, {}),
  },
  {
    signal: 'autofill_then_edit',
    evidence: ({ behaviour }) => when(behaviour?.edited_after_autofill, {}),
  },
  {
    signal: 'bot_detected',
    evidence: ({ device: { webdriver = false, automation_traces: traces = [] } = {} }) =>
      when(webdriver || traces.length > 0, { webdriver, traces }),
  },
  {
    signal: 'webdriver_evasion_detected',
    evidence: ({ device }) => when(device?.webdriver_altered, {}),
  },
  { signal: 'devtools_open', evidence: ({ device }) => when(device?.devtools_open, {}) },
  {
    signal: 'virtual_camera',
    evidence: ({ device: { camera_label: label = '' } = {} }) =>
      when(virtualCameras.test(label), { label }),
  },
  {
    signal: 'webgl_vm_detected',
    evidence: ({ device: { webgl_renderer: renderer = '' } = {} }) =>
      when(virtualGraphics.test(renderer), { renderer }),
  },
  { signal: 'incognito_detected', evidence: ({ device }) => when(device?.incognito, {}) },
];

/** What one batch of the page triggers. */
export function reportedSignals(facts: PageFacts): ReadonlyMap<SignalName, SignalEvidence> {
  return new Map(
    rules.flatMap(({ signal, evidence }) => {
      const found = evidence(facts);
      return found === null ? [] : [[signal, found] as const];
    }),
  );
}
