import type { CheckName } from '../checks/outcome';
import type { Decision } from '../lifecycle/event';
import type { DocumentType } from './document-types';

/**
 * A verification graph as data. This release runs `policy`, `wait` and `terminal` nodes; conditions,
 * versions and editing over the API follow (`4-verification.md`).
 */
export interface PolicyNode {
  readonly kind: 'policy';
  readonly id: string;
  readonly check: CheckName;
  /** The check's own settings, e.g. `{minimum_age: 18}`; parsed by the check. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly routes: {
    readonly passed: string;
    readonly failed: string;
    /** Default: the decision is needs_review. */
    readonly skipped?: string;
    /** Default: the session fails. */
    readonly error?: string;
  };
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

export type GraphNode = PolicyNode | WaitNode | TerminalNode;

export interface Graph {
  readonly start: string;
  readonly nodes: readonly GraphNode[];
}

/** What capture collects for this workflow. */
export interface DataRequirements {
  readonly documentTypes: readonly DocumentType[];
  readonly selfie: boolean;
  /** Absent in definitions from before liveness: not asked for. */
  readonly liveness?: boolean;
  /** Fields of user-info, each asked for; `required` ones hold up `complete`. */
  readonly userInfo: readonly { readonly field: string; readonly required: boolean }[];
  readonly proofOfAddress: boolean;
}

export interface WorkflowDefinition {
  readonly graph: Graph;
  readonly requirements: DataRequirements;
}
