// The kinds of exports that are measured.

/**
 * @typedef {object} Kind
 * @property {string} title As the table says it.
 * @property {'trace' | 'log' | 'tracking' | 'postfix' | 'distinct'} format The others have no query for the last three.
 * @property {'everything' | 'needed'} quoting
 * @property {'utf8' | 'utf16le'} encoding
 * @property {number} files How many files the size is divided into.
 * @property {boolean} isMain Measured at every size; the others at the first one only.
 */

/** @type {Omit<Kind, 'title'>} */
const trace = { format: 'trace', quoting: 'everything', encoding: 'utf8', files: 1, isMain: true };

export const kinds = /** @satisfies {Record<string, Kind>} */ ({
  extended: { ...trace, title: 'Extended trace' },
  log: { ...trace, title: 'SMTP log', format: 'log', quoting: 'needed' },
  tracking: { ...trace, title: 'Message tracking log', format: 'tracking', quoting: 'needed', isMain: false },
  postfix: { ...trace, title: 'Postfix log', format: 'postfix', quoting: 'needed', isMain: false },
  distinct: { ...trace, title: 'One row a message', format: 'distinct', quoting: 'needed', isMain: false },
  'extended-needed': { ...trace, title: 'Extended trace, quoted where needed', quoting: 'needed', isMain: false },
  'extended-utf16': { ...trace, title: 'Extended trace, UTF-16', encoding: 'utf16le', isMain: false },
  files: { ...trace, title: 'Extended traces, 1,000 files', files: 1000, isMain: false },
});

/** @typedef {keyof typeof kinds} KindName */
