// The question in the plainest JavaScript, for libraries that only take a file apart: Extended trace.
// Written from the rules, apart from the engine, so that it can prove the engine wrong.

const column = { time: 0, context: 5, connector: 6, source: 7, event: 8, messageId: 10, networkId: 11, status: 13 };
const { messageInfo, directionality, customData } = { messageInfo: 21, directionality: 22, customData: 26 };
const outside = new Set(['internet', 'hybridonprem', 'partner']);
const versions = new Map([
  ...[
    ['', 7],
    ['SP_PROT_SSL3_SERVER', 1],
    ['SP_PROT_TLS1_0_SERVER', 3],
    ['SP_PROT_TLS1_1_SERVER', 4],
  ],
  ...[
    ['SP_PROT_TLS1_2_SERVER', 5],
    ['SP_PROT_TLS1_3_SERVER', 6],
  ],
]);

/**
 * @typedef {{ state: number, day: string }} Way Weakest state and earliest day over a connector.
 * @typedef {{ ways: Map<string, Way>, isCrossing: boolean, isInside: boolean }} Message
 */

export class TraceCounter {
  /** @type {Map<string, Message>} */
  #messages = new Map();

  /** @param {readonly string[]} cells One record's. */
  record(cells) {
    const id = cells[column.networkId].toLowerCase() || cells[column.messageId];
    let message = this.#messages.get(id);
    if (message === undefined) {
      message = { ways: new Map(), isCrossing: false, isInside: false };
      this.#messages.set(id, message);
    }
    const event = `${cells[column.source]} ${cells[column.event]}`.toUpperCase();
    const data = cells[customData];
    const from = item(data, 'FromEntity').toLowerCase();
    const way = cells[directionality].toLowerCase();
    const isFromOutside =
      outside.has(from) || data.includes('S:InboundConnectorData=') || (from !== 'hosted' && way === 'incoming');
    if (event === 'SMTP SENDEXTERNAL') {
      addWay(message, 'outbound', outboundName(cells), mentionedVersion(cells), cells[column.time]);
    } else if (event === 'SMTP RECEIVE' && isFromOutside) {
      addWay(message, 'inbound', inboundName(cells), versions.get(item(data, 'tlsversion')) ?? 2, cells[column.time]);
    } else if (isFromOutside || outside.has(item(data, 'ToEntity').toLowerCase())) {
      message.isCrossing = true;
    } else if (/^(SMTP|STOREDRIVER) /.test(event) && (from === 'hosted' || way === 'originating')) {
      message.isInside = true;
    }
  }

  /** @returns {import('../question.mjs').Answer} */
  answer() {
    /** @type {Map<string, number>} */
    const counts = new Map();
    let internal = 0;
    for (const { ways, isCrossing, isInside } of this.#messages.values()) {
      internal += ways.size === 0 && isInside && !isCrossing ? 1 : 0;
      for (const [key, { state, day }] of withUntoldJoined(ways)) {
        const figure = `${key}\t${day}\t${state}`;
        counts.set(figure, (counts.get(figure) ?? 0) + 1);
      }
    }
    const figures = [...counts].map(([figure, messages]) => {
      const [direction = '', connector = '', day = '', state = ''] = figure.split('\t');
      return /** @type {const} */ ([direction, connector, day, Number(state), messages]);
    });
    return { figures, internal };
  }
}

/** @param {Message} message @param {string} direction @param {string} name @param {number} state @param {string} time */
function addWay({ ways }, direction, name, state, time) {
  add(ways, `${direction}\t${name}`, { state, day: time.slice(0, 10) });
}

/** @param {Map<string, Way>} ways @param {string} key @param {Way} fresh */
function add(ways, key, fresh) {
  const old = ways.get(key) ?? fresh;
  ways.set(key, { state: Math.min(old.state, fresh.state), day: old.day < fresh.day ? old.day : fresh.day });
}

/** Rows that tell no connector belong to the first one that another row of the direction tells. @param {Map<string, Way>} ways */
function withUntoldJoined(ways) {
  if (!ways.has('inbound\t') && !ways.has('outbound\t')) {
    return ways;
  }
  /** @type {Map<string, Way>} */
  const joined = new Map();
  for (const [key, way] of ways) {
    const [told] = [...ways.keys()].filter((other) => other !== key && other.startsWith(key)).sort();
    add(joined, key.endsWith('\t') ? (told ?? `${key}(untold)`) : key, way);
  }
  return joined;
}

/** The value of an item in `custom_data`; empty where there is none. @param {string} data @param {string} key */
function item(data, key) {
  const start = data.indexOf(`S:${key}=`);
  if (start < 0) {
    return '';
  }
  const end = data.indexOf(';', start);
  return data.slice(start + key.length + 3, end < 0 ? undefined : end);
}

/** @param {readonly string[]} cells */
const inboundName = (cells) =>
  item(cells[customData], 'InboundConnectorData=Name').toLowerCase() || nameOf(cells[column.connector]);

/** @param {readonly string[]} cells */
const outboundName = (cells) =>
  item(cells[customData], 'Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData=Name').toLowerCase() ||
  nameOf(cells[column.connector]);

/** @param {string} connector */
const nameOf = (connector) =>
  /^To_DefaultOpportunisticTLS$|^(.+)\\Default \1$/i.test(connector) ? '(none)' : connector.toLowerCase();

/** @param {readonly string[]} cells */
function mentionedVersion(cells) {
  const texts = `${cells[column.context]} ${cells[column.status]} ${cells[messageInfo]}`;
  const minor = /TLS\s?1[._]([0-3])/i.exec(texts)?.[1];
  return minor === undefined ? 7 : 3 + Number(minor);
}
