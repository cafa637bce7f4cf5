/**
 * Calls back on an error that nothing caught. A browser's extensions and its own notices (a `ResizeObserver`
 * that had more to do) come the same way: what is not of our scripts leaves the person alone.
 */
export function listenForErrors(target: Window, onError: (cause: unknown) => void): () => void {
  const failed = ({ error, filename }: ErrorEvent): void => {
    if (error instanceof Error && filename.startsWith(location.origin)) onError(error);
  };
  const rejected = ({ reason }: PromiseRejectionEvent): void => {
    if (reason instanceof Error) onError(reason);
  };
  target.addEventListener('error', failed);
  target.addEventListener('unhandledrejection', rejected);
  return () => {
    target.removeEventListener('error', failed);
    target.removeEventListener('unhandledrejection', rejected);
  };
}
