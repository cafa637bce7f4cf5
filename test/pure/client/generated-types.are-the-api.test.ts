import { readFile } from 'node:fs/promises';
import { apiTypesPath, generateApiTypes } from '../../tools/client/generate-api-types';

it('the committed types are those of the routes; else run `npm run client:generate`', async () => {
  const committed = await readFile(apiTypesPath, 'utf8');
  // One boolean: a difference of thousands of lines helps nobody.
  expect(committed === (await generateApiTypes())).toBe(true);
});
