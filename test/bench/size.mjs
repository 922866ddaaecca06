// Sizes as people write them, decimal: `100M`, `1G`.

const units = { k: 1e3, M: 1e6, G: 1e9 };

/** @param {string} text @returns {number} Bytes. @throws {Error} where the text is no size. */
export function parseSize(text) {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([kMG])B?$/.exec(text) ?? [];
  if (number === undefined || unit === undefined) {
    throw new Error(`A size is written like 100M or 1G, not ${text}`);
  }
  return Math.round(Number(number) * units[/** @type {keyof typeof units} */ (unit)]);
}

/** `100M`, `1.5G`. @param {number} bytes */
export function writeSize(bytes) {
  const unit = bytes >= units.G ? 'G' : bytes >= units.M ? 'M' : 'k';
  return `${bytes / units[unit]}${unit}`;
}
