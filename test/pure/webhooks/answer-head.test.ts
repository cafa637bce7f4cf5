import * as fc from 'fast-check';
import { answerHead } from '../../../activities/webhooks/answer-head';

it('keeps what tells what an answer is and when it came, a line each', () => {
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': '17',
    date: 'Mon, 30 Nov 2026 07:00:00 GMT',
    'retry-after': '120',
    server: 'Anna',
    'x-customer': 'Anna Eriksson',
    'set-cookie': ['token=1'],
  };
  expect(answerHead(headers).split('\n')).toEqual([
    'content-type: application/problem+json; charset=utf-8',
    'content-length: 17',
    'date: Mon, 30 Nov 2026 07:00:00 GMT',
    'retry-after: 120',
  ]);
});

const names = ['content-type', 'content-length', 'date', 'retry-after'];

it("keeps no value with a person's name, a mailbox or a line of its own, whatever header holds it", () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/);
  const personal = fc
    .tuple(word, fc.constantFrom('', '/', ' ', '@', '\n', ', '), word)
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.constantFrom(...names), personal, (name, value) => {
      expect(answerHead({ [name]: value })).toBe('');
    }),
  );
});

it('is bounded: no header is kept that is longer than its form', () => {
  for (const name of names) expect(answerHead({ [name]: '1'.repeat(100) })).toBe('');
});
