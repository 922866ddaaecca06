import type { DrillDownAnswer, DrillDownRequest, HostMessage } from '../src/protocol/messages';
import type { Host } from './host';

/** A question to the host, without the number that its answer comes with. */
export type Question = DrillDownRequest extends infer Request
  ? Request extends DrillDownRequest
    ? Omit<Request, 'request'>
    : never
  : never;

/** What answers a question. */
export type AnswerTo<Type extends Question['type']> = Extract<DrillDownAnswer, { readonly type: Type }>;

/** Asks the host about connectors, and hands each answer to who asked. */
export class Questions {
  readonly #host: Pick<Host, 'post'>;
  readonly #waiting = new Map<number, (answer: DrillDownAnswer) => void>();
  #last = 0;

  constructor(host: Pick<Host, 'post'>) {
    this.#host = host;
  }

  /** Returns how to say that nobody waits for the answer any more. */
  ask<Asked extends Question>(question: Asked, onAnswer: (answer: AnswerTo<Asked['type']>) => void): () => void {
    const request = ++this.#last;
    this.#waiting.set(request, (answer) => {
      if (answer.type === question.type) {
        onAnswer(answer as AnswerTo<Asked['type']>);
      }
    });
    this.#host.post({ ...question, request } as DrillDownRequest);
    return () => this.#waiting.delete(request);
  }

  /** Takes an answer of the host's. */
  answer(answer: DrillDownAnswer): void {
    const waiting = this.#waiting.get(answer.request);
    this.#waiting.delete(answer.request);
    waiting?.(answer);
  }
}

/** Tells answers from what the host says of the whole page. */
export function isAnswer(message: HostMessage): message is DrillDownAnswer {
  return message.type === 'peers' || message.type === 'proofLines' || message.type === 'lineTexts';
}
