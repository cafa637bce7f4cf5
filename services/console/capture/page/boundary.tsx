import { Component, type ComponentChildren } from 'preact';

interface BoundaryProps {
  readonly children: ComponentChildren;
  /** Shown instead of what broke. */
  readonly instead: (cause: unknown) => ComponentChildren;
  readonly onError: (cause: unknown) => void;
}

/** A screen that breaks while it is drawn leaves a sentence and a button, not a blank page. */
export class Boundary extends Component<BoundaryProps, { readonly cause: unknown }> {
  override state: { readonly cause: unknown } = { cause: null };

  override componentDidCatch(cause: unknown): void {
    this.setState({ cause });
    this.props.onError(cause);
  }

  override render() {
    const { cause } = this.state;
    return cause === null ? this.props.children : this.props.instead(cause);
  }
}
