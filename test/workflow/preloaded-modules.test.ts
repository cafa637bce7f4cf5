import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';
import { stackAddresses } from '../stack/addresses';

describe('the bundle of the workflows', () => {
  it('loads what verifies signatures once for all workflows of a thread', async () => {
    const code = await readFile(stackAddresses().VERIFA_TEST_WORKFLOW_BUNDLE, 'utf8');
    const loaded: Record<string, unknown> = {};
    const context = createContext({
      // As the SDK's: where modules stand that are loaded before there is a workflow.
      __webpack_module_cache__: loaded,
      TextEncoder,
      TextDecoder,
    });
    runInContext(code, context);
    const before = new Set(Object.keys(loaded));
    runInContext('__TEMPORAL__.preloadModules()', context);
    const preloaded = Object.keys(loaded).filter((name) => !before.has(name));
    expect(preloaded).toContainEqual(expect.stringContaining('workflows/verify-signature'));
    expect(preloaded).toContainEqual(expect.stringMatching(/@noble\/curves\/.*edwards/));
    // What a workflow keeps of itself would be seen by all others.
    const others = preloaded.filter(
      (name) => !/verify-signature|node_modules\/@noble\//.test(name),
    );
    expect(others).toEqual([]);
  });
});
