const waiting: (() => void)[] = [];
// Not a timer: browsers let timers that follow each other wait for 4 ms.
const { port1, port2 } = new MessageChannel();
port1.addEventListener('message', () => waiting.shift()?.());
port1.start();

/** Lets timers, messages and requests of the program run before work goes on. */
export function pause(): Promise<void> {
  return new Promise((done) => {
    waiting.push(done);
    port2.postMessage(undefined);
  });
}
