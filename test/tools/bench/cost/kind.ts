import { layers, type Layer } from './yardstick/layers';

/** Whose CPU: of a yardstick its client stands in the API's place. */
export const parts = ['api', 'worker', 'postgres', 'temporal'] as const;
export type Part = (typeof parts)[number];
export type PerPart = Readonly<Record<Part, number>>;

export const kindNames = [
  'create',
  'create floor',
  'sandbox',
  'live',
  'live, tiny pictures',
  'same messages',
  'by hand',
] as const;
/** By hand with one layer more each: where what a live session costs beyond it goes. */
export type LayerKind = `+ ${Layer}`;
export type KindName = (typeof kindNames)[number] | LayerKind;

export function isKindName(name: string): name is KindName {
  return [...kindNames, ...layers.map((layer) => `+ ${layer}`)].some((known) => known === name);
}

/** Something that is done again and again, beside the others. */
export interface Kind {
  readonly name: KindName;
  /** In each round. */
  readonly count: number;
  /** Whose CPU it uses; a part without processes uses none. */
  readonly pids: Readonly<Record<Part, readonly number[]>>;
  /** The database that it writes, where that is counted. */
  readonly counted: string | null;
  /** Once; returns the workflow's id. */
  readonly run: () => Promise<string>;
}

/** What one of a kind sends, writes and commits. */
export interface Counts {
  readonly statements: number;
  /** Settings of role and tenant, each in the message of another statement. */
  readonly scopes: number;
  readonly beginsAndEnds: number;
  readonly transactions: number;
  readonly commits: number;
  readonly walBytes: number;
}

export interface History {
  readonly events: number;
  readonly bytes: number;
}

export interface KindCost {
  readonly name: KindName;
  readonly counts: Counts | null;
  readonly history: History;
  /** CPU ms of one, by round. */
  readonly cpuMs: readonly PerPart[];
  /** Latency of one, by round. */
  readonly p50Ms: readonly number[];
}

export function totalMs(cpu: PerPart): number {
  return parts.reduce((sum, part) => sum + cpu[part], 0);
}
