/**
 * Calls back on an error that nothing caught. A browser's extensions and its own notices (a `ResizeObserver`
 * that had more to do), and whatever was given up on purpose (a `play()` whose video has gone) come the same way:
 * what is no fault of our scripts leaves the person alone.
 */
export function listenForErrors(target: Window, onError: (cause: unknown) => void): () => void {
  const failed = ({ error, filename }: ErrorEvent): void => {
    if (error instanceof Error && filename.startsWith(location.origin)) onError(error);
  };
  const rejected = ({ reason }: PromiseRejectionEvent): void => {
    const isGivenUp = reason instanceof DOMException && reason.name === 'AbortError';
    if (reason instanceof Error && !isGivenUp) onError(reason);
  };
  target.addEventListener('error', failed);
  target.addEventListener('unhandledrejection', rejected);
  return () => {
    target.removeEventListener('error', failed);
    target.removeEventListener('unhandledrejection', rejected);
  };
}
