import { startApi, type RunningApi } from '../running-api';
import { addFile, addItems, countItems, makeList } from './list-caller';

let api: RunningApi;
let list: string;
beforeAll(async () => {
  api = await startApi();
  list = await makeList(api, 'Refusing');
});
afterAll(() => api.stop());
afterEach(async () => {
  // Nothing is half done.
  expect(await countItems(api, list)).toBe(0);
});

const good = { kind: 'country', value: 'NL' };

test.each([
  ['a value that is none of its kind', [good, { kind: 'phone', value: 'x9' }], 'items.1.value'],
  ['one of several values', [{ kind: 'ip', values: ['192.0.2.1', 'x9'] }], 'items.0.values.1'],
  ['a face by value', [good, { kind: 'face', value: 'x9' }], 'items.1.kind'],
  ['an unknown kind', [{ kind: 'x9', value: 'y' }], 'items.0.kind'],
  ['neither value nor values', [{ kind: 'ip' }], 'items.0.value'],
  ['nothing', [], 'items'],
])('JSON: %s', async (_name, items, field) => {
  const { body } = await addItems(api, list, items);
  expect(body).toMatchObject({ status_code: 422, errors: [{ field }] });
  expect(JSON.stringify(body)).not.toContain('x9');
});

test.each([
  ['a bad value', 'email,country\na@example.org,NL\n,x9\n', 'lines.3.country'],
  ['a line with too few cells', 'email,country\n\na@example.org', 'lines.3'],
  ['a column of no kind', 'x9\na', 'lines.1'],
  ['a column of faces', 'face\na', 'lines.1'],
  ['a quote that is not closed', 'name\nA B\n"x9', 'lines.3'],
  ['no line at all', '\n', 'lines.1'],
  ['more than 10,000 lines', `ip\n${'192.0.2.1\n'.repeat(10_001)}`, 'lines'],
])('CSV: %s', async (_name, file, field) => {
  const { body } = await addFile(api, list, file);
  expect(body).toMatchObject({ status_code: 422, errors: [{ field }] });
  expect(JSON.stringify(body)).not.toContain('x9');
});

test('413 for more than a megabyte', async () => {
  const { status } = await addFile(api, list, `name\n${'a'.repeat(1024 * 1024)}`);
  expect(status).toBe(413);
});
