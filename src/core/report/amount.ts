import { formatCount } from './percent';

/** "1 message", "4,975 messages": in English. */
export function amount(count: number, noun: string): string {
  return `${formatCount(count, 'en')} ${noun}${count === 1 ? '' : 's'}`;
}
