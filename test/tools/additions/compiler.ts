import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { Addition } from './additions';

/** Compiles the tree as `tsconfig.json` says, with one addition in memory; what did not change is parsed once. */
export function createCompiler(config: string): (addition: Addition) => readonly string[] {
  const root = dirname(config);
  const { config: json } = ts.readConfigFile(config, (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(json, ts.sys, root);
  const compilerOptions = { ...options, noEmit: true };
  const host = ts.createCompilerHost(compilerOptions);
  const parsed = new Map<string, ts.SourceFile | undefined>();

  return ({ file, after, added }) => {
    const changed = resolve(root, file);
    const program = ts.createProgram(fileNames, compilerOptions, {
      ...host,
      getSourceFile(name, version) {
        if (resolve(name) === changed) {
          return ts.createSourceFile(name, withAddition(host.readFile(name) ?? ''), version);
        }
        if (!parsed.has(name)) parsed.set(name, host.getSourceFile(name, version));
        return parsed.get(name);
      },
    });
    return ts.getPreEmitDiagnostics(program).map((found) => placeOf(found, root));

    function withAddition(text: string): string {
      if (text.split(after).length !== 2) throw new Error(`${file}: the place of the addition`);
      return text.replace(after, () => after + added);
    }
  };
}

function placeOf({ file, start, messageText }: ts.Diagnostic, root: string): string {
  const [sentence = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
  const said = sentence.length > 140 ? `${sentence.slice(0, 140)}…` : sentence;
  if (file === undefined || start === undefined) return said;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${relative(root, file.fileName)}:${String(line + 1)} ${said}`;
}
