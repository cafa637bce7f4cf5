import type { LabelRule, MetricDefinition } from './catalogue';
import { mostOpenValues, otherValue } from './label-values';

export type Labels = Readonly<Record<string, string>>;

/** Labels as they may be exposed: each value of its label's list or form, and never more of them than is bearable. */
export function createLabelBounds(definition: MetricDefinition): (labels: Labels) => Labels {
  const seen = new Map<string, Set<string>>();
  const names = Object.keys(definition.labels);
  for (const name of names) seen.set(name, new Set());

  function bounded(name: string, value: string | undefined, rule: LabelRule | undefined): string {
    if (value === undefined || rule === undefined) return otherValue;
    if (!(rule instanceof RegExp)) return rule.includes(value) ? value : otherValue;
    const known = seen.get(name);
    if (known === undefined || known.has(value)) return value;
    if (!rule.test(value) || known.size >= mostOpenValues) return otherValue;
    known.add(value);
    return value;
  }

  return (labels) =>
    Object.fromEntries(
      names.map((name) => [name, bounded(name, labels[name], definition.labels[name])]),
    );
}
