export interface ServerEvent {
  readonly type: string;
  readonly data: string;
}

/**
 * The events of a `text/event-stream`, as they come. `EventSource` would do it, but can send no header of ours and
 * does not say why it was refused.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      pending += decoder.decode(value, { stream: true }).replaceAll('\r', '');
      const blocks = pending.split('\n\n');
      pending = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventOf(block);
        if (event !== null) yield event;
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** Null for a comment, which only keeps the connection open. */
function eventOf(block: string): ServerEvent | null {
  const values = (field: string): readonly string[] =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  const data = values('data');
  return data.length === 0
    ? null
    : { type: values('event')[0] ?? 'message', data: data.join('\n') };
}
