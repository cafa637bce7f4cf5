import { TestEnvironment } from 'jest-environment-node';

/**
 * onnxruntime-node checks its inputs against the process's own typed arrays; a Jest test has others,
 * of its own realm. Here they are the same. Chosen by a test file's `@jest-environment` comment.
 */
export default class NativeArraysEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.Float32Array = Float32Array;
    this.global.BigInt64Array = BigInt64Array;
    this.global.Uint8Array = Uint8Array;
  }
}
