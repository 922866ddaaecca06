// The question in the plainest JavaScript, for libraries that only take a file apart: SMTP receive log.

/**
 * @typedef {object} Session
 * @property {string} connector
 * @property {string[]} days One for each accepted message.
 * @property {number} rows
 * @property {number} last The highest sequence number.
 * @property {number | undefined} version
 * @property {boolean} isStarted STARTTLS was answered 220.
 * @property {boolean} isInside
 */

const versions = new Map([
  ...[
    ['SP_PROT_SSL3_SERVER', 1],
    ['SP_PROT_TLS1_0_SERVER', 3],
    ['SP_PROT_TLS1_1_SERVER', 4],
  ],
  ...[
    ['SP_PROT_TLS1_2_SERVER', 5],
    ['SP_PROT_TLS1_3_SERVER', 6],
  ],
]);

export class LogCounter {
  /** @type {Map<string, Session>} */
  #sessions = new Map();

  /** @param {readonly string[]} cells One record's; of a directive too. */
  record(cells) {
    const [time = '', connector = '', id = '', sequence, , , event, data = '', context = ''] = cells;
    if (time.startsWith('#')) {
      return;
    }
    let session = this.#sessions.get(id);
    if (session === undefined) {
      session = {
        connector: connector.toLowerCase(),
        days: [],
        rows: 0,
        last: 0,
        version: undefined,
        isStarted: false,
        isInside: false,
      };
      this.#sessions.set(id, session);
    }
    session.rows++;
    session.last = Math.max(session.last, Number(sequence));
    if (event === '>' && data.startsWith('250 2.6.0 ') && !data.startsWith('250 2.6.0 CHUNK received OK')) {
      session.days.push(time.slice(0, 10));
    } else if (event === '>' && data.startsWith('220 2.')) {
      session.isStarted = true;
    } else if (event === '<' && data.startsWith('X-ANONYMOUSTLS')) {
      session.isInside = true;
    } else if (event === '*' && context.startsWith('TLS protocol ')) {
      session.version = versions.get(context.split(' ', 3)[2] ?? '') ?? 2;
    }
  }

  /** @returns {import('../question.mjs').Answer} */
  answer() {
    /** @type {Map<string, [string, string, string, number, number]>} */
    const figures = new Map();
    let internal = 0;
    for (const session of this.#sessions.values()) {
      internal += session.isInside ? session.days.length : 0;
      for (const day of session.isInside ? [] : session.days) {
        const state = stateOf(session);
        const key = `${session.connector}\t${day}\t${state}`;
        const figure = figures.get(key) ?? ['inbound', session.connector, day, state, 0];
        figure[4]++;
        figures.set(key, figure);
      }
    }
    return { figures: figures.values(), internal };
  }
}

/** @param {Session} session */
const stateOf = ({ version, isStarted, rows, last }) => version ?? (isStarted ? 2 : rows === last + 1 ? 0 : 7);
