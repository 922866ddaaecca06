/** The parts of a browser's workers that are used: Node's types do not name them. */
interface WorkerPort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, handedOver?: readonly ArrayBuffer[]): void;
}

declare class Worker implements WorkerPort {
  constructor(address: string);
  onmessage: WorkerPort['onmessage'];
  onmessageerror: (() => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault(): void }) => void) | null;
  postMessage: WorkerPort['postMessage'];
  terminate(): void;
}

/** Inside a worker: its end of the line to whoever started it. */
declare const self: WorkerPort;
