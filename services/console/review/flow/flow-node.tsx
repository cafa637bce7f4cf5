import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useText } from '../parts/words';
import type { Mark } from './compare';
import type { DefinitionNode } from './definition';
import type { Flow } from './flow';
import { outlineOf } from './outline-of';

/** How a node stands to what is shown: to a session's way, or to another version. */
export interface NodeLook {
  readonly mark: Mark;
  readonly place: 'come' | 'at' | 'not_come' | 'left_out' | null;
  readonly isFaulty: boolean;
}

interface NodeData extends Record<string, unknown> {
  readonly node: DefinitionNode;
  readonly flow: Flow;
  /** Small, beside the node that leads to it. */
  readonly isExit: boolean;
  readonly look: NodeLook;
}
export type DrawnNode = Node<NodeData, 'flow'>;

/** One node, as it is drawn; whoever hears it hears where it leads as well. */
export const FlowNode = memo(function FlowNode({ data }: NodeProps<DrawnNode>) {
  const { node, flow, isExit, look } = data;
  const t = useText();
  const { kind, title, ways } = outlineOf(node, flow, t);
  return (
    <div
      className="flow-node"
      data-type={node.type}
      data-exit={isExit || undefined}
      data-decision={node.type === 'terminal' ? node.decision : undefined}
      data-mark={look.mark}
      data-place={look.place ?? undefined}
      data-faulty={look.isFaulty || undefined}
    >
      {isExit ? null : (
        <span className="flow-node-kind">
          {kind} <code className="flow-node-id">{node.id}</code>
        </span>
      )}
      <span className="flow-node-title">{title}</span>
      {ways === '' ? null : <span className="unseen">. {ways}</span>}
    </div>
  );
});
