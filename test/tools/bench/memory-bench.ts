import { pause } from './cost/cpu';
import { startLocalStack } from './cost/local-memory';
import { memoryLine } from './cost/report-lines';

/** `npm run bench -- memory`: what the local stack's own processes hold a minute after its start. */
export async function benchMemory(): Promise<void> {
  const stack = await startLocalStack();
  try {
    await pause(60_000);
    console.log(memoryLine(await stack.memory()));
  } finally {
    await stack.stop();
  }
}
