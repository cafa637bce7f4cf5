/**
 * What speaks against a set of frames without proving it false: an organisation decides which of them fail
 * the check (`fail_on`) and what each weighs (`deploy/RISK.md`).
 */
export const livenessDoubts = [
  'capture_times_impossible',
  'motion_unlikely',
  'colours_differ',
  'colours_unclear',
  'passive_suspicious',
] as const;
export type LivenessDoubt = (typeof livenessDoubts)[number];

/** No honest device says so, whatever the light. */
export const failingDoubts = ['capture_times_impossible', 'colours_differ'] as const;

export function isLivenessDoubt(reason: string): reason is LivenessDoubt {
  return livenessDoubts.some((doubt) => doubt === reason);
}

/** A doubt fails where the workflow says so; everything else always does. */
export function livenessStatus(
  reasons: readonly string[],
  failOn: readonly LivenessDoubt[],
): 'passed' | 'failed' {
  const fails = (reason: string): boolean => !isLivenessDoubt(reason) || failOn.includes(reason);
  return reasons.some(fails) ? 'failed' : 'passed';
}
