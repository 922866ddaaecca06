/** Numbers of a row that is no hop over the border: halves of the message's key, and what it shows, with its UTC day above … */
export const PASSED_NUMBERS = 3;
/** … so many bits. The kernel writes such rows, too (passings.as). */
export const PASSED_DAY = 13;
/** Numbers of a row that is one: see `Crossing` (facts.ts). The kernel writes these, too (crossings.as). */
export const CROSSED_NUMBERS = 10;
