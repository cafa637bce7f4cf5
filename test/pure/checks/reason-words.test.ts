import { checkCatalogue } from '../../../shared/domain/checks/catalogue';
import { hasWords, reasonInWords } from '../../../shared/domain/checks/reason-words';

test.each(Object.entries(checkCatalogue))(
  'every reason of %s has words for reviewers',
  (_, check) => {
    expect(check.reasons.filter((reason) => !hasWords(reason))).toEqual([]);
    for (const reason of check.reasons) expect(reasonInWords(reason)).toMatch(/^[A-Z].*\.$/);
  },
);

test('a code that nobody has words for is said as it is', () => {
  expect(reasonInWords('of_a_later_release')).toBe('of a later release.');
  expect(reasonInWords('toString')).toBe('toString.');
});
