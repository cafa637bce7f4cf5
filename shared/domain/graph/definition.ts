import type { CheckName } from '../checks/outcome';
import type { Condition } from './condition';
import type { Decision } from '../lifecycle/event';
import type { DocumentType } from '../documents/document-types';
import type { HandoffRule } from '../organization/handoff-rule';

/**
 * A verification graph as data, as it is stored and walked (`4-verification.md`). What authors write is
 * `definition-schema.ts`. A check stands in one node only: an attempt has one outcome of each.
 */
export interface PolicyNode {
  readonly kind: 'policy';
  readonly id: string;
  readonly check: CheckName;
  /** The check's own settings, e.g. `{minimum_age: 18}`; parsed by the check. */
  readonly config: Readonly<Record<string, unknown>>;
  /** False: runs when the walk comes to it. Default: with all others, at submit. */
  readonly eager?: false;
  /** A session's `checks` may leave it out and yet come past it, as if it had passed. */
  readonly optional?: true;
  /** Never stored: of a session whose `checks` leave it out (`only-checks.ts`). Nothing runs it. */
  readonly leftOut?: true;
  readonly routes: {
    readonly passed: string;
    readonly failed: string;
    /** Default: the decision is needs_review. */
    readonly skipped?: string;
    /** Default: the session fails. */
    readonly error?: string;
  };
}

/** The first condition that holds names the way; none: `otherwise`. */
export interface ConditionalNode {
  readonly kind: 'conditional';
  readonly id: string;
  readonly conditions: readonly (Condition & { readonly to: string })[];
  readonly otherwise: string;
}

export interface WaitNode {
  readonly kind: 'wait';
  readonly id: string;
  readonly next: string;
  readonly onFail: string;
  /** Default: the route of `onFail`. */
  readonly onTimeout?: string;
  /** Default: 7 days. */
  readonly timeoutSeconds?: number;
}

export interface TerminalNode {
  readonly kind: 'terminal';
  readonly id: string;
  readonly decision: Decision;
}

export type GraphNode = PolicyNode | ConditionalNode | WaitNode | TerminalNode;

export interface Graph {
  readonly start: string;
  readonly nodes: readonly GraphNode[];
}

/** What capture collects for this workflow. */
export interface DataRequirements {
  readonly documentTypes: readonly DocumentType[];
  /** By issuing country (alpha-2); a country without an entry has `documentTypes`. */
  readonly documentTypesByCountry?: Readonly<Record<string, readonly DocumentType[]>>;
  readonly selfie: boolean;
  /** Absent in definitions from before liveness: not asked for. */
  readonly liveness?: boolean;
  /** Fields of user-info, each asked for; `required` ones hold up `complete`. */
  readonly userInfo: readonly { readonly field: string; readonly required: boolean }[];
  readonly proofOfAddress: boolean;
}

/** How the page may capture. */
export interface CaptureRules {
  /** Default: the organisation's own setting. */
  readonly handoff?: HandoffRule;
  /** `camera_only`: the page offers no file. A hint: what made a picture no server can tell. Default: allowed. */
  readonly files?: FilesRule;
}

export const filesRules = ['allowed', 'camera_only'] as const;
export type FilesRule = (typeof filesRules)[number];

export interface WorkflowDefinition {
  /** Default: the organisation's own setting. */
  readonly dualReview?: boolean;
  readonly capture?: CaptureRules;
  readonly graph: Graph;
  readonly requirements: DataRequirements;
}
