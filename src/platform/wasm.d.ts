/** The build puts the compiled kernels in place of these: functions that give their bytes. */
declare module '*.wasm' {
  export default function bytes(): Uint8Array<ArrayBuffer>;
}

/** The part of WebAssembly that is used: Node's types name it without its values. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: object;
  }
}
