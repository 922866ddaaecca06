import { useEffect, useRef, useState } from 'preact/hooks';
import type { ColumnChoices, MappingForm } from '../src/protocol/messages';
import type { Host } from './host';
import { fitting } from './mappingChoices';

/** The open form *Map Columns*: what is chosen in it, and how that changes. */
export interface OpenMapping {
  readonly form: MappingForm;
  readonly choices: ColumnChoices;
  change(choices: ColumnChoices): void;
}

/**
 * Keeps what is chosen in the form while the host has it open. `restored`: what was chosen when VS Code put the page away
 * (a look at the file itself is enough for that); then the form is asked for anew. Once it is closed, the focus returns.
 */
export function useMapping(form: MappingForm | null, host: Host, restored: ColumnChoices | null): OpenMapping | null {
  const [chosen, setChosen] = useState(restored);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (restored !== null) {
      host.post({ type: 'mapColumns', file: 0 });
    }
  }, []);
  useEffect(() => {
    if (form === null && wasOpen.current) {
      setChosen(null);
      setTimeout(returnFromMapping);
    }
    wasOpen.current = form !== null;
  }, [form]);
  if (form === null) {
    return null;
  }
  return { form, choices: chosen === null ? form.choices : fitting(chosen, form.columns), change: setChosen };
}

/** Where the form was opened, or the page. */
function returnFromMapping(): void {
  const opener = document.querySelector<HTMLElement>('#map-columns, .change-mapping');
  if (opener !== null) {
    opener.focus();
  } else {
    document.querySelector('main')?.focus({ preventScroll: true });
  }
}
