/** The build puts the compiled kernels in place of these: functions that give their bytes. */
declare module '*.wasm' {
  export default function bytes(): Uint8Array<ArrayBuffer>;
}
