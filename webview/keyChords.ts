/** Keys that only change others. */
const MODIFIERS = new Set(['Control', 'Meta', 'Shift', 'Alt']);

/**
 * Keeps the second key of VS Code's chords (Ctrl+K, then another one) out of fields: VS Code hears it, and a field would type it.
 */
export function keepChordsOutOfFields(document: Document): void {
  /** When a chord began, by the events' clock; VS Code waits no longer than so many milliseconds for the second key. */
  let begun = Number.NEGATIVE_INFINITY;
  const patience = 5000;
  document.addEventListener(
    'keydown',
    (event) => {
      if (MODIFIERS.has(event.key)) {
        return;
      }
      const isSecond = event.timeStamp - begun < patience;
      if (isSecond) {
        event.preventDefault();
      }
      const isFirst = !isSecond && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      begun = isFirst ? event.timeStamp : Number.NEGATIVE_INFINITY;
    },
    { capture: true },
  );
}
