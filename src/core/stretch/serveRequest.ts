import { buffersOf } from '../facts/facts';
import type { StretchWorker } from './stretchWorker';
import type { SpareMemory, WorkerReply, WorkerRequest } from './workerMessages';

/** Does what a request asks for, on a reading thread; `reply` sends, handing over the buffers. */
export function serveRequest(
  worker: StretchWorker,
  request: WorkerRequest | SpareMemory,
  reply: (message: WorkerReply, buffers: ArrayBuffer[]) => void,
): void {
  if (request.kind === 'spare') {
    worker.spare.give(request.buffers);
    return;
  }
  const { id } = request;
  try {
    if (request.kind === 'list') {
      reply({ kind: 'listed', id, file: worker.list(request.input, request.isQuick) }, []);
    } else if (request.kind === 'lines') {
      const onRead = (position: number): void => reply({ kind: 'position', id, position }, []);
      const lines = worker.lines(request.input, request.line, request.around, onRead);
      reply({ kind: 'lines', id, lines }, []);
    } else if (request.kind === 'texts') {
      reply({ kind: 'texts', id, texts: worker.texts(request.input, request.lines) }, []);
    } else if (request.kind === 'begin') {
      const file = worker.begin(request.input, request.to);
      reply(
        { kind: 'begun', id, file: worker.sender.file(file) },
        file.parts.flatMap(({ facts }) => buffersOf(facts)),
      );
    } else if (request.kind === 'probe') {
      reply({ kind: 'probed', id, probe: worker.probe(request.input, request.end) }, []);
    } else {
      worker.read(request.task, (part) =>
        reply({ kind: 'part', id, part: worker.sender.part(part) }, buffersOf(part.facts)),
      );
      reply({ kind: 'done', id }, []);
    }
  } catch (error) {
    // What could not be sent was counted as sent.
    worker.sender.forget();
    reply({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) }, []);
  }
}
