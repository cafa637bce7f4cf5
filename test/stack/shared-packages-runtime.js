const { sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const packages = `${sep}node_modules${sep}`;

/**
 * Our modules as functions of `module`, `require` and their like, by path: compiled once a process, and run anew
 * for each file, so that no file sees another's state.
 */
const compiled = new Map();

/**
 * Loads packages once a process, not once a file: many a file spent more time on loading those of Temporal,
 * Postgres and the object store than on its own tests. Our modules are loaded anew for each file.
 */
module.exports = class SharedPackagesRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, ...others) {
    super(config, environment, resolver, transformer, ...others);
    this.mayShare = (path) => path.includes(packages) && !transformer.shouldTransform(path);
    // The realm of the process, where Jest compiles for one of the file. Private to `jest-runtime`, which is
    // pinned: were it renamed, every file would fail.
    const { executor } = this;
    executor.compile = (source, filename) => {
      const known = compiled.get(filename);
      if (known?.source === source) return known.run;
      const run = compileFunction(source, executor.injectedModuleParameters, { filename });
      compiled.set(filename, { source, run });
      return run;
    };
  }

  requireModuleOrMock(from, moduleName) {
    const path = this.pathOfPackage(from, moduleName);
    return path === undefined ? super.requireModuleOrMock(from, moduleName) : require(path);
  }

  pathOfPackage(from, moduleName) {
    if (moduleName.startsWith('.') || moduleName === '@jest/globals') return undefined;
    if (this._resolution.isCoreModule(moduleName)) return undefined;
    const path = this._resolution.resolveCjs(from, moduleName);
    return this.mayShare(path) ? path : undefined;
  }
};
module.exports.default = module.exports;
