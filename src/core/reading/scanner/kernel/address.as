// Names of what stands in a part of a cell: a domain, a host. NO_NAME where the text has to be looked at.
import { NO_NAME, nameOf } from './names';
import { isSpace, unit } from './units';
import { W } from './width';

const QUOTE: u32 = 34;
const COLON: u32 = 58;
const GREATER: u32 = 62;
const AT: u32 = 64;
const OPEN: u32 = 91;
const CLOSE: u32 = 93;

/** The domain of an address: behind its last `@`; where it is a path, up to white space or `>`. */
export function domainIn(start: usize, end: usize, isPath: bool): u32 {
  let domain = start;
  let at = start;
  for (; at < end; at += W) {
    const here = unit(at);
    if (here == AT) domain = at + W;
    else if (here == QUOTE) return NO_NAME;
    else if (isPath && (here == GREATER || isSpace(here))) break;
  }
  return nameOf(domain, at);
}

/** The host of an endpoint, without its port and the brackets around an address; NO_NAME also where there is none. */
export function hostIn(start: usize, end: usize): u32 {
  let from = start;
  let to = end;
  let digit = end - W;
  while (digit > start && unit(digit) - 48 <= 9) digit -= W;
  if (digit < end - W && unit(digit) == COLON) to = digit;
  if (unit(from) == OPEN) from += W;
  if (to > from && unit(to - W) == CLOSE) to -= W;
  return from < to ? nameOf(from, to) : NO_NAME;
}
