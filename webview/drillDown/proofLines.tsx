import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DrillDownQuery } from '../../src/core/report/drillDown';
import { provingParts } from '../../src/core/report/provingWords';
import { fill } from '../../src/core/report/wording';
import { shortNames } from '../components/fileNames';
import { Button } from '../components/toolkit';
import { usePage } from '../pageContext';
import { lineKey, NO_LINES, ProofLineReading, type ToldLines } from './proofLineReading';
import type { AskedReport } from './usePeers';
import { useRowCopy } from './useRowCopy';

interface ProofLinesProps {
  readonly query: DrillDownQuery;
  readonly asked: AskedReport;
}

/** The lines that prove messages, with their text; each opens its file there. */
export function ProofLines({ query, asked }: ProofLinesProps) {
  const { strings, host, count } = usePage();
  const { report } = asked;
  const [told, more] = useProofLines(query, asked);
  const { lines, total, texts, isAsking } = told;
  const list = useRef<HTMLOListElement>(null);
  const names = useMemo(() => shortNames(report), [report]);
  const place = (file: number, line: number) => fill(strings.lineOfFile, names[file] ?? '', String(line));
  const isOfSeveral = lines.some(({ file }) => file !== lines[0]?.file);
  const textOf = (line: (typeof lines)[number]): string => {
    const text = texts.get(lineKey(line));
    return text === undefined ? '…' : text === null ? strings['drill.noText'] : `${text.text}${text.isCut ? '…' : ''}`;
  };
  const copy = useRowCopy({
    element: list,
    buttonId: 'drill-copy-lines',
    label: strings['drill.lines'],
    titles: [strings['drill.column.line'], strings['drill.column.text']],
    cells: lines.map((line) => [place(line.file, line.line), textOf(line)]),
  });
  return (
    <section class="drill-lines" aria-labelledby="drill-lines-heading" data-total={total ?? undefined}>
      <div class="drill-tools">
        <h4 id="drill-lines-heading" tabIndex={-1}>
          {strings['drill.lines']}
        </h4>
        <span class="muted" role="status">
          {total !== null && fill(strings['drill.linesShown'], count(lines.length), count(total))}
        </span>
        {lines.length > 0 && copy.button}
      </div>
      <p class="muted note">{strings['drill.linesNote']}</p>
      <ol class="plain line-list" ref={list} onContextMenu={copy.onContextMenu}>
        {lines.map((line, index) => (
          <li key={lineKey(line)} data-row={index} data-line={line.line}>
            <button
              type="button"
              class="link line-number"
              aria-label={place(line.file, line.line)}
              aria-describedby={`line-text-${index}`}
              title={place(line.file, line.line)}
              onClick={() => host.post({ type: 'openLine', file: line.file, line: line.line })}
            >
              {isOfSeveral ? place(line.file, line.line) : String(line.line)}
            </button>
            <code id={`line-text-${index}`} class={texts.get(lineKey(line)) ? undefined : 'muted'}>
              {provingParts(textOf(line)).map(({ text, isProof }, position) =>
                isProof ? <strong key={position}>{text}</strong> : text,
              )}
            </code>
          </li>
        ))}
      </ol>
      {total !== null && lines.length < total && (
        <Button id="more-lines" appearance="secondary" disabled={isAsking} onClick={more}>
          {strings['drill.moreLines']}
        </Button>
      )}
      {copy.menu}
    </section>
  );
}

/** Asks anew for another query or report; not while the files are being read. */
function useProofLines(query: DrillDownQuery, { report, isReading }: AskedReport): readonly [ToldLines, () => void] {
  const { questions } = usePage();
  const [told, setTold] = useState(NO_LINES);
  const reading = useRef<ProofLineReading | null>(null);
  useEffect(() => {
    setTold(NO_LINES);
    if (isReading) {
      return;
    }
    const own = new ProofLineReading(questions, query, setTold);
    reading.current = own;
    return () => own.dispose();
  }, [JSON.stringify(query), report, isReading, questions]);
  return [told, () => reading.current?.more()];
}
