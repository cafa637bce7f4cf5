import fc from 'fast-check';
import { z } from 'zod';
import { hasTestFailed } from '../../stack/failing-test';

const failedTests = z.object({
  linesOfFailure: z.function({
    input: [z.object({ fullName: z.string(), failureMessages: z.array(z.string()) })],
    output: z.array(z.string()),
  }),
});
// The reporter is run by Jest itself, past the compiler.
const { linesOfFailure } = failedTests.parse(jest.requireActual('../../stack/failed-tests'));

const stack = `    at wait (/work/node_modules/playwright-core/lib/page.js:1:2)
    at node:internal/process/task_queues:95:5
    at tabTo (/work/test/screens/browser/keyboard.ts:45:9)
    at Object.<anonymous> (/work/test/screens/keyboard.test.ts:128:24)`;

it('a failure is told by each of its messages, and by the first line of ours in their stacks', () => {
  const failureMessages = [`Error: no chooser\n\n${stack}`, `Error: seen on /verify/x\n${stack}`];
  expect(linesOfFailure({ fullName: 'by keys', failureMessages })).toEqual([
    'by keys',
    '    Error: no chooser',
    '        at tabTo (/work/test/screens/browser/keyboard.ts:45:9)',
    '    Error: seen on /verify/x',
    '        at tabTo (/work/test/screens/browser/keyboard.ts:45:9)',
  ]);
});

it('however long a message is, its first lines are told, and how many are left out', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^\w{1,9}$/), { minLength: 1 }), (words) => {
      const told = linesOfFailure({ fullName: 'it', failureMessages: [words.join('\n')] });
      expect(told.slice(1, 16)).toEqual(words.slice(0, 15).map((word) => `    ${word}`));
      const left = words.length - 15;
      expect(told.slice(16)).toEqual(left > 0 ? [`    … and ${String(left)} lines more`] : []);
    }),
  );
});

it('a hook knows whether its test has failed', () => {
  const { errors } = z
    .object({ errors: z.custom<unknown[]>((value) => Array.isArray(value)) })
    .parse(Reflect.get(globalThis, 'testUnderWay'));
  expect(hasTestFailed()).toBe(false);
  errors.push([new Error('taken back before Jest counts it')]);
  const known = hasTestFailed();
  errors.pop();
  expect(known).toBe(true);
});
