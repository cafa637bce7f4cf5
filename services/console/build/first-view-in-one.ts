import type { Plugin } from 'esbuild';

const namespace = 'later';

/**
 * Makes the first view one script. A bundler puts code that several screens share into a file for each way of
 * sharing it, and each file is a request that the first view waits for. So whatever is imported dynamically is
 * said to need the entry as well (which has run by then): all of the entry's code is shared alike, by everybody.
 */
export function firstViewInOne(entry: string): Plugin {
  return {
    name: 'first-view-in-one',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const found = await build.resolve(path, { kind: 'import-statement', importer, resolveDir });
        if (found.errors.length > 0) return { errors: found.errors };
        return { path: found.path, namespace };
      });
      build.onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents: `import ${JSON.stringify(entry)};\nexport * from ${JSON.stringify(path)};\n`,
        resolveDir: build.initialOptions.absWorkingDir ?? '.',
      }));
    },
  };
}
