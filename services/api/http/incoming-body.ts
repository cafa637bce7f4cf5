import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiRequest } from './call';

interface Watched {
  readonly mostBytes: number;
  readonly onChunk?: (chunk: Buffer) => void;
  /** Once, for the first thing that is wrong with the body; nothing more of it is read then. */
  readonly onRefused: (error: VerifaError) => void;
}

/**
 * Looks at each piece of a body as it comes: its size, the room that is left, and how fast it is. The answer
 * ends the watching; a body that is refused is left where it is (`end-answer.ts` bounds what is still read).
 */
export function watchBody(
  request: ApiRequest,
  { mostBytes, onChunk, onRefused }: Watched,
): { readonly stop: () => void } {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
    throw new VerifaError('payload_too_large');
  }
  const locals = request.res?.locals;
  if (locals === undefined) throw new Error('a request without its response');
  const { held, bounds } = locals.body;
  let size = 0;
  let inWindow = 0;

  function refuse(error: VerifaError): void {
    stop();
    request.pause();
    onRefused(error);
  }
  function look(chunk: Buffer): void {
    size += chunk.length;
    inWindow += chunk.length;
    if (size > mostBytes) {
      refuse(new VerifaError('payload_too_large'));
      return;
    }
    try {
      held.add(chunk.length);
    } catch (error) {
      refuse(error instanceof VerifaError ? error : new VerifaError('internal_error'));
      return;
    }
    onChunk?.(chunk);
  }
  function judgePace(): void {
    if (inWindow < bounds.leastBytes) refuse(new VerifaError('body_too_slow'));
    inWindow = 0;
  }
  const breakOff = (cause?: unknown): void => refuse(new VerifaError('bad_request', { cause }));
  const pace = setInterval(judgePace, bounds.windowMs);
  function stop(): void {
    clearInterval(pace);
    request.off('data', look).off('end', stop).off('error', breakOff).off('close', breakOff);
  }
  request.on('data', look).once('end', stop).once('error', breakOff).once('close', breakOff);
  if (request.destroyed) breakOff();
  return { stop };
}
