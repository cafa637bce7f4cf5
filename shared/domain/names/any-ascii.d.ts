/** 0.1.7 is the last version that is no ES module, and has no types of its own. */
declare module 'any-ascii' {
  function anyAscii(text: string): string;
  export = anyAscii;
}
