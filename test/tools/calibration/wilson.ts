/** The 95 % interval of a share (Wilson 1927): honest for few events, where the normal one is not. */
export function wilson(events: number, trials: number): [number, number] {
  const z = 1.959964;
  const share = events / trials;
  const centre = share + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
