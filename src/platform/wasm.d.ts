/** The part of WebAssembly that is used: Node's types name it without its values. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports?: Record<string, Record<string, (...numbers: number[]) => unknown>>);
    readonly exports: object;
  }
}
