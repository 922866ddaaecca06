import { useEffect, useState } from 'preact/hooks';
import type { ShownImpact } from '../../src/protocol/messages';
import type { Supposed } from '../../src/protocol/supposed';
import type { AskedReport } from '../drillDown/usePeers';
import { usePage } from '../pageContext';

/** What would have come of something; null until the host has told, or while the files are being read. */
export function useImpact(supposed: Supposed, { report, isReading }: AskedReport): ShownImpact | null {
  const { questions } = usePage();
  const [impact, setImpact] = useState<ShownImpact | null>(null);
  const key = JSON.stringify(supposed);
  useEffect(() => {
    setImpact(null);
    return isReading ? undefined : questions.ask({ type: 'whatIf', supposed }, ({ result }) => setImpact(result));
  }, [key, report, isReading, questions]);
  return impact;
}
