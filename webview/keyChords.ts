/** Keys that only change others. */
const MODIFIERS = new Set(['Control', 'Meta', 'Shift', 'Alt']);

/**
 * Keeps the second key of VS Code's chords (Ctrl+K, then another one) out of fields: VS Code hears it, and a field would type it.
 */
export function keepChordsOutOfFields(document: Document): void {
  let begun = false;
  document.addEventListener(
    'keydown',
    (event) => {
      if (MODIFIERS.has(event.key)) {
        return;
      }
      if (begun) {
        event.preventDefault();
      }
      begun = !begun && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    },
    { capture: true },
  );
}
