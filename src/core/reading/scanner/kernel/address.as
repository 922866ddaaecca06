// Names of what stands in a part of a cell: a domain, a host. NO_NAME where the text has to be looked at.
import { SMALL } from './memory';
import { NO_NAME, nameOf } from './names';
import { NO_ITEM } from './positions';
import { spaces, unit, vec } from './units';
import { W } from './width';

const QUOTE: u32 = 34;
const COLON: u32 = 58;
const LESS: u32 = 60;
const GREATER: u32 = 62;
const AT: u32 = 64;
const OPEN: u32 = 91;
const CLOSE: u32 = 93;

/** The domain of an address: behind its last `@`; where it is a path, up to white space or `>`. */
export function domainIn(start: usize, end: usize, isPath: bool): u32 {
  let domain = start;
  for (let at = start; at < end; at += 16 * W) {
    const units = vec(at, 0);
    let here = end - at < 16 * W ? (1 << <i32>((end - at) / W)) - 1 : 0xffff;
    const behind = isPath ? i8x16.bitmask(v128.or(spaces(units), i8x16.eq(units, i8x16.splat(<i8>GREATER)))) & here : 0;
    here &= behind - 1 & ~behind;
    if (i8x16.bitmask(i8x16.eq(units, i8x16.splat(<i8>QUOTE))) & here) return NO_NAME;
    const marks = i8x16.bitmask(i8x16.eq(units, i8x16.splat(<i8>AT))) & here;
    if (marks) domain = at + <usize>(32 - clz(marks)) * W;
    if (behind) return nameOf(domain, at + <usize>ctz(behind) * W);
  }
  return nameOf(domain, end);
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

const LONGEST_DOMAIN: usize = 255;

/** The domain of a sender, in small letters; NO_ITEM for `<>`, which is nobody, NO_NAME also where it is not ASCII. */
export function senderIn(start: usize, end: usize): u32 {
  let domain = start;
  for (let at = start; at < end; at += 16 * W) {
    const units = vec(at, 0);
    const here = end - at < 16 * W ? (1 << <i32>((end - at) / W)) - 1 : 0xffff;
    const quotes = i8x16.bitmask(i8x16.eq(units, i8x16.splat(<i8>QUOTE)));
    if ((quotes | i8x16.bitmask(units)) & here) return NO_NAME;
    const marks = i8x16.bitmask(i8x16.eq(units, i8x16.splat(<i8>AT))) & here;
    if (marks) domain = at + <usize>(32 - clz(marks)) * W;
  }
  if (end - domain == 2 * W && unit(domain) == LESS && unit(domain + W) == GREATER) return NO_ITEM;
  let at = domain;
  while (at < end && unit(at) - 65 > 25) at += W;
  if (at == end) return nameOf(domain, end);
  if (end - domain > LONGEST_DOMAIN * W) return NO_NAME;
  memory.copy(SMALL, domain, end - domain);
  for (; at < end; at += W) {
    if (unit(at) - 65 <= 25) store<u8>(SMALL + (at - domain), <u8>(unit(at) | 32));
  }
  return nameOf(SMALL, SMALL + (end - domain));
}
