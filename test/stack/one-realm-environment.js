const { ModuleMocker } = require('jest-mock');

/**
 * Tests in the process's own realm. In one of their own, where Jest puts them, each read of a global
 * passes an interceptor, so that loops crawl; `instanceof` and native addons see other classes than the
 * packages do; and no package can be shared between the files of a process (`shared-packages-runtime.js`).
 * What a file leaves on the global object is taken off after it. There are no fake timers here: no test
 * wants them, and `useFakeTimers` fails.
 */
module.exports = class OneRealmEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.before = Object.getOwnPropertyDescriptors(globalThis);
    this.exit = process.exit;
    this.getBuiltinModule = process.getBuiltinModule;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = null;
    Object.assign(globalThis, projectConfig.globals);
  }

  async setup() {}

  /** What a test's hooks may ask of it (`failing-test.ts`): Jest itself tells a hook nothing. */
  handleTestEvent({ name, test }) {
    if (name === 'test_start') globalThis.testUnderWay = test;
  }

  async teardown() {
    for (const key of Reflect.ownKeys(globalThis)) {
      const before = this.before[key];
      if (before === undefined) Reflect.deleteProperty(globalThis, key);
      else if (before.configurable) Object.defineProperty(globalThis, key, before);
    }
    // Jest wraps both anew for each file.
    process.exit = this.exit;
    if (this.getBuiltinModule !== undefined) process.getBuiltinModule = this.getBuiltinModule;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Only said to be there; `shared-packages-runtime.js` compiles for the realm that it is in. */
  getVmContext() {
    return globalThis;
  }
};
