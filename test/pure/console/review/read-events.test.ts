import fc from 'fast-check';
import { readEvents, type ServerEvent } from '../../../../services/console/review/api/read-events';

async function eventsOf(chunks: readonly Uint8Array[]): Promise<readonly ServerEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const events: ServerEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

const line = fc.string({ maxLength: 20 }).filter((text) => !/[\r\n]/.test(text));
const event = fc.record({
  type: fc.constantFrom('message', 'case', 'ü'),
  data: fc.array(line, { minLength: 1, maxLength: 3 }),
});

it('reads what was sent, wherever the network cuts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 7 }),
      async (sent, end, size) => {
        const text = sent
          .map(({ type, data }) => [
            ': still here',
            `event: ${type}`,
            ...data.map((one) => `data: ${one}`),
            '',
            '',
          ])
          .flat()
          .join(end);
        const bytes = new TextEncoder().encode(text);
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
        const read = await eventsOf(chunks);
        expect(read).toEqual(sent.map(({ type, data }) => ({ type, data: data.join('\n') })));
      },
    ),
  );
});

it('takes comments for what keeps a connection open, and half an event for none', async () => {
  const bytes = new TextEncoder().encode(': here\n\ndata: whole\n\ndata: half');
  expect(await eventsOf([bytes])).toEqual([{ type: 'message', data: 'whole' }]);
});
