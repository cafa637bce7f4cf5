/**
 * What a live session does beside its messages and rows, in the order in which it is laid upon them: the spec
 * asks for the first two, for signed messages and for HTTP; statements and steps are of our design.
 */
export const layers = [
  'judged and sealed',
  'row security',
  'its commits',
  'signed messages',
  'its steps',
  'HTTP',
] as const;
export type Layer = (typeof layers)[number];

/** One layer and all below it. */
export function layersUpTo(layer: Layer): readonly Layer[] {
  return layers.slice(0, layers.indexOf(layer) + 1);
}
