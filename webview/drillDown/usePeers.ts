import { useEffect, useRef, useState } from 'preact/hooks';
import type { DrillDownQuery, PeerReport } from '../../src/core/report/drillDown';
import type { MailFlowReport } from '../../src/core/report/report';
import { usePage } from '../pageContext';

/** What questions are about: the report, and whether it is a part only, of which nothing can be asked. */
export interface AskedReport {
  readonly report: MailFlowReport;
  readonly isReading: boolean;
}

/**
 * Who stood at the other side; null until the host has told, or where nothing is asked. What was told of a report is remembered:
 * who goes back sees it at once.
 */
export function usePeers(query: DrillDownQuery | null, { report, isReading }: AskedReport): PeerReport | null {
  const { questions } = usePage();
  const key = query === null ? '' : JSON.stringify(query);
  const told = useRef({ report, peers: new Map<string, PeerReport>() });
  const [, setAnswers] = useState(0);
  if (told.current.report !== report) {
    told.current = { report, peers: new Map() };
  }
  useEffect(() => {
    const { peers: known } = told.current;
    if (query === null || isReading || known.has(key)) {
      return;
    }
    return questions.ask({ type: 'peers', query }, ({ peers }) => {
      // Without an answer: the files are read again, and another report follows.
      if (peers !== null) {
        known.set(key, peers);
        setAnswers((answers) => answers + 1);
      }
    });
  }, [key, report, isReading, questions]);
  return told.current.peers.get(key) ?? null;
}
