/** In the order in which people come through them. */
export const funnelSteps = [
  'created',
  'opened',
  'consent',
  'document_type',
  'document',
  'selfie',
  'liveness',
  'submitted',
  'decided',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

export interface Counted {
  readonly steps: Readonly<Partial<Record<FunnelStep, number>>>;
  readonly camera_denied: number;
}

/** All groups as one. */
export interface Summed {
  readonly steps: Readonly<Record<FunnelStep, number>>;
  readonly cameraDenied: number;
}

export function sumSteps(groups: readonly Counted[]): Summed {
  const sum = (step: FunnelStep): number =>
    groups.reduce((total, { steps }) => total + (steps[step] ?? 0), 0);
  return {
    steps: {
      created: sum('created'),
      opened: sum('opened'),
      consent: sum('consent'),
      document_type: sum('document_type'),
      document: sum('document'),
      selfie: sum('selfie'),
      liveness: sum('liveness'),
      submitted: sum('submitted'),
      decided: sum('decided'),
    },
    cameraDenied: groups.reduce((total, group) => total + group.camera_denied, 0),
  };
}

/**
 * How many were lost before each step, of the step that they had reached last. Steps that a workflow leaves out are
 * reached by fewer than the ones behind them: nobody is lost there.
 */
export function lostBefore(steps: Summed['steps'], step: FunnelStep): number | null {
  const at = funnelSteps.indexOf(step);
  const behind = funnelSteps.slice(at).map((one) => steps[one]);
  const before = funnelSteps.slice(0, at).map((one) => steps[one]);
  if (before.length === 0) return null;
  // As far as somebody came later, they had come here too.
  const reached = Math.max(...behind);
  const had = Math.max(...before.slice(-1), reached);
  return Math.max(0, had - reached);
}
