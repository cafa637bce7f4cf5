import { figuresOf, judgeRequests, judgeWeight } from '../../../../services/console/build/budget';

const full = {
  firstView: 35 * 1024,
  faceWeights: 220 * 1024,
  wholeFlow: 300 * 1024,
  embed: 3 * 1024,
  consoleFirstView: 220 * 1024,
  consoleLater: 90 * 1024,
};

it('takes what weighs just what it may', () => {
  expect(judgeWeight(full)).toBeNull();
});

it.each([
  'firstView',
  'faceWeights',
  'wholeFlow',
  'embed',
  'consoleFirstView',
  'consoleLater',
] as const)('refuses one byte more of %s', (part) => {
  const problem = judgeWeight({ ...full, [part]: full[part] + 1_000 });
  const allowed = (full[part] / 1024).toFixed(1);
  const given = (full[part] / 1024 + 1_000 / 1024).toFixed(1);
  expect(problem).toContain(`${given} of ${allowed} KB`);
  expect(judgeWeight({ ...full, [part]: full[part] + 1 })).not.toBeNull();
});

it('prints every figure with what is allowed', () => {
  expect(figuresOf({ ...full, firstView: 1_024, faceWeights: 2_048 })).toBe(
    "the pages: first view 1.0 of 35.0 KB, face weights 2.0 of 220.0 KB, whole flow 300.0 of 300.0 KB, embed 3.0 of 3.0 KB, console's first view 220.0 of 220.0 KB, console's heaviest later part 90.0 of 90.0 KB",
  );
});

it('takes a first view of one script and one sheet, and names what is one request too many', () => {
  const first = { chunks: [], styles: ['page.css'] };
  expect(judgeRequests(first)).toBeNull();
  expect(judgeRequests({ ...first, chunks: ['shared.js'] })).toBe(
    'The first view takes 7 requests of 6: shared.js, page.css.',
  );
});
