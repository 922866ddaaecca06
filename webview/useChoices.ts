import { useEffect, useRef, useState } from 'preact/hooks';
import { type ReportChoices, restoreChoices } from '../src/protocol/choices';
import type { ColumnChoices } from '../src/protocol/messages';
import type { Remembered } from './choices';
import { usePage } from './pageContext';

/**
 * The reader's choices and how to change some of them. VS Code keeps them while the tab is there, along with what is chosen in
 * an open form *Map Columns*, and `kept`; the host keeps them for when the report is opened again.
 */
export function useChoices(remembered: ReportChoices | null, mapping: ColumnChoices | null, kept: string | null) {
  const { host } = usePage();
  const [choices, setChoices] = useState(() => restoreChoices(host.remembered() ?? remembered));
  const known = useRef(choices);
  useEffect(() => {
    host.remember({ ...choices, mapping, kept } satisfies Remembered);
    if (choices !== known.current) {
      known.current = choices;
      host.post({ type: 'remember', choices });
    }
  }, [choices, mapping, kept, host]);
  const change = (next: Partial<ReportChoices>) => setChoices((current) => ({ ...current, ...next }));
  return [choices, change] as const;
}
