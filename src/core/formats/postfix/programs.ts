import { KeyTable } from '../../reading/keyTable';
import type { Names } from '../../reading/names';

/** What a line's program does, as far as it matters here. */
export const Role = { other: 0, server: 1, client: 2, queue: 3, cleanup: 4, pickup: 5 } as const;
export type Role = (typeof Role)[keyof typeof Role];

/** The program that wrote a line, by the line's tag: `postfix/submission/smtpd[4711]:`. */
export interface Program {
  readonly role: Role;
  /** Number of the tag without the process: `postfix/submission/smtpd`. */
  readonly name: number;
  /** Users hand their mail in here: submission, smtps. */
  readonly isSubmission: boolean;
}

/** Postfix's own name, perhaps with that of an instance or service; what it runs; the process. */
const TAG = /^([\w.-]+(?:\/[\w.-]+)*)\/(smtpd|smtp|qmgr|cleanup|pickup)(?:\[\d+\])?:?$/;
const POSTFIX = /^postfix[\w.-]*(?:\/[\w.-]+)*\/\w+$/i;
const PROCESS = /\[\d+\]:$/;
const SUBMISSION = /(?:^|[/.-])(?:submissions?|smtps)(?:[/.-]|$)/i;
const ROLES: Readonly<Record<string, Role>> = {
  smtpd: Role.server,
  smtp: Role.client,
  qmgr: Role.queue,
  cleanup: Role.cleanup,
  pickup: Role.pickup,
};
const OTHER: Program = { role: Role.other, name: -1, isSubmission: false };

const NUMBERED = /^\uFEFF?<\d{1,3}>\d /;
const TAG_PLACES = [2, 3, 4, 5];

/** True for a line of a program of Postfix's, whatever it does. */
export function isPostfixLine(line: string): boolean {
  // What stands before the tag begins with a time; a month may be in any language. Whoever asks nothing need not know all letters.
  const time =
    /^\uFEFF?(?:<\d{1,3}>)?(?:\d )?(?:[A-Z][a-z]{2} )?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\p{L}{3,4}\.? [ \d]\d \d\d:\d\d:\d\d)/u;
  const words = line.split(' ', TAG_PLACES.length + 2);
  const isProcessApart = NUMBERED.test(line);
  return time.test(line) && TAG_PLACES.some((place) => isPostfixTag(words[place] ?? '', isProcessApart));
}

function isPostfixTag(tag: string, isProcessApart: boolean): boolean {
  return (isProcessApart || PROCESS.test(tag)) && POSTFIX.test(tag.replace(PROCESS, ''));
}

/** Tags come again and again: each is read once. */
export class Programs {
  readonly #names: Names;
  readonly #programs = new KeyTable<Program>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** The program of the tag with a key; undefined where its text has not been told yet. */
  known(high: number, low: number): Program | undefined {
    return this.#programs.get(high, low);
  }

  /** Reads a tag. */
  tell(high: number, low: number, tag: string): Program {
    const found = TAG.exec(tag);
    const program =
      found === null
        ? OTHER
        : {
            role: ROLES[found[2] ?? ''] ?? Role.other,
            name: this.#names.of(`${found[1]}/${found[2]}`),
            isSubmission: SUBMISSION.test(found[1] ?? ''),
          };
    this.#programs.set(high, low, program);
    return program;
  }
}
