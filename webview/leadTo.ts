/** Leads the reader to a heading: it is scrolled to and takes the focus. */
export function leadTo(heading: HTMLElement | null): void {
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
