import { z } from 'zod';

const test = z.object({ errors: z.array(z.unknown()) });

/** Whether the test that is under way has failed, as a hook behind it asks that has more to say then. */
export function hasTestFailed(): boolean {
  return test.parse(Reflect.get(globalThis, 'testUnderWay')).errors.length > 0;
}
