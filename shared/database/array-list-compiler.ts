import {
  OperatorNode,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  ValueNode,
  type BinaryOperationNode,
} from 'kysely';

/**
 * Writes `IN` over values as one array: the text is the same whatever their number, so it can be prepared,
 * and an empty list is an answer and no error.
 */
export class ArrayListCompiler extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const quantified = quantifiedFor(node);
    if (quantified === null || !PrimitiveValueListNode.is(node.rightOperand)) {
      super.visitBinaryOperation(node);
      return;
    }
    this.visitNode(node.leftOperand);
    this.append(` ${quantified}(`);
    this.visitNode(ValueNode.create([...node.rightOperand.values]));
    this.append(')');
  }
}

function quantifiedFor({ operator }: BinaryOperationNode): string | null {
  if (!OperatorNode.is(operator)) return null;
  if (operator.operator === 'in') return '= any';
  return operator.operator === 'not in' ? '<> all' : null;
}
