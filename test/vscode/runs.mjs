// In what VS Code the suite runs: each test once, in the run that its title names.

/**
 * @typedef {object} Run
 * @property {string} name As it is printed.
 * @property {string} locale The display language.
 * @property {boolean} isTrusted Whether the user trusts the folder that is open.
 * @property {boolean} [hasTwoFolders] Whether a workspace of two folders is open.
 */

/** By the tag in titles; tests without one run in `en`. @satisfies {Record<string, Run>} */
export const runs = {
  en: { name: 'in English', locale: 'en', isTrusted: true },
  it: { name: 'in Italian', locale: 'it', isTrusted: true },
  restricted: { name: 'in Restricted Mode: nobody trusts the folder', locale: 'en', isTrusted: false },
  first: { name: 'as a new user', locale: 'en', isTrusted: true },
  folders: { name: 'in a workspace of two folders', locale: 'en', isTrusted: true, hasTwoFolders: true },
};

/** @typedef {keyof typeof runs} RunName */

/** @param {string} name @returns {name is RunName} */
export const isRun = (name) => Object.hasOwn(runs, name);
