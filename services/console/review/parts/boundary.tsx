import { Component, type ReactNode } from 'react';
import { Broken } from './broken';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** What breaks while it is drawn leaves a sentence and a way on, not a blank page. */
export class Boundary extends Component<BoundaryProps, { readonly cause: unknown }> {
  override state: { readonly cause: unknown } = { cause: null };

  static getDerivedStateFromError(cause: unknown): { readonly cause: unknown } {
    return { cause: cause ?? new Error('broken') };
  }

  override render(): ReactNode {
    const { cause } = this.state;
    if (cause === null) return this.props.children;
    return <Broken cause={cause} onRetry={() => this.setState({ cause: null })} />;
  }
}
