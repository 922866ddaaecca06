import type { MailFlowReport, ProofLine } from '../report/report';

/** The one that stands first: the lowest line of the first file in the report's order. */
export function firstOf({ files }: MailFlowReport, lines: readonly ProofLine[]): ProofLine | undefined {
  const place = ({ file }: ProofLine): number => files.findIndex(({ path }) => path === file);
  return lines.toSorted((a, b) => place(a) - place(b) || a.line - b.line)[0];
}
