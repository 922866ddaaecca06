import type { HostMessage, PageAnswer, PageQuestion } from '../src/protocol/messages';
import type { Host } from './host';

/** A question to the host, without the number that its answer comes with. */
export type Question = PageQuestion extends infer Request
  ? Request extends PageQuestion
    ? Omit<Request, 'request'>
    : never
  : never;

/** What answers a question. */
export type AnswerTo<Type extends Question['type']> = Extract<PageAnswer, { readonly type: Type }>;

/** Asks the host about what was read, and hands each answer to who asked. */
export class Questions {
  readonly #host: Pick<Host, 'post'>;
  readonly #waiting = new Map<number, (answer: PageAnswer) => void>();
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
    this.#host.post({ ...question, request } as PageQuestion);
    return () => this.#waiting.delete(request);
  }

  /** Takes an answer of the host's. */
  answer(answer: PageAnswer): void {
    const waiting = this.#waiting.get(answer.request);
    this.#waiting.delete(answer.request);
    waiting?.(answer);
  }
}

const ANSWERS: ReadonlySet<HostMessage['type']> = new Set<PageAnswer['type']>([
  'peers',
  'proofLines',
  'lineTexts',
  'whatIf',
]);

/** Tells answers from what the host says of the whole page. */
export function isAnswer(message: HostMessage): message is PageAnswer {
  return ANSWERS.has(message.type);
}
