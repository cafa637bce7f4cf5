import fc from 'fast-check';
import {
  filterCount,
  listQueryOf,
  nextWishOf,
  queueSearch,
  tabs,
} from '../../../../services/console/review/routes/queue/queue-search';
import { signalNames } from '../../../../services/console/review/terms/signals';
import { signalNames as catalogue } from '../../../../shared/domain/risk/signal-catalogue';

const me = 'usr_01m8n6nzg15v8kr1sj0ch9ygb8';

it('offers every signal of the catalogue to filter by', () => {
  expect([...signalNames].sort()).toEqual([...catalogue].sort());
});

it('reads any address, and says the same again of what it read', () => {
  const anything = fc.dictionary(
    fc.constantFrom(...Object.keys(queueSearch.def.shape), 'other'),
    fc.oneof(
      fc.string(),
      fc.constantFrom('open', 'red', 'NL', 'riskiest', 'tor_exit'),
      fc.anything(),
    ),
  );
  fc.assert(
    fc.property(anything, (address) => {
      const read = queueSearch.parse(address);
      expect(queueSearch.parse({ ...read })).toEqual(read);
      expect(() => [listQueryOf(read, me), nextWishOf(read)]).not.toThrow();
    }),
  );
});

it.each(tabs)('takes the next case of tab "%s" by the filters that narrow its list', (tab) => {
  const filters = {
    workflow: 'wf_1',
    country: 'NL',
    signal: 'tor_exit',
    tag: 'payouts',
    age: 'red',
  };
  const search = queueSearch.parse({ status: tab, ...filters, sort: 'riskiest' });
  const { workflow, ...others } = filters;
  const asked = { workflow_id: workflow, ...others, sort: 'riskiest' };
  expect(listQueryOf(search, me)).toMatchObject(asked);
  expect(nextWishOf(search)).toMatchObject(asked);
  expect(filterCount(search)).toBe(Object.keys(filters).length);
});

it('shows as mine what is in my hands, whoever else the address names', () => {
  const search = queueSearch.parse({ status: 'mine', assignee: 'usr_other' });
  expect(listQueryOf(search, me)).toMatchObject({ assignee: me, status: undefined });
});
