import type { LeftOutReason } from '../model/problem';
import type { MailFlowReport } from '../report/report';

/** Records of all files that were not counted, by reason, the most frequent first. */
export function leftOutOf({ files }: MailFlowReport): [reason: LeftOutReason, records: number][] {
  const total = new Map<LeftOutReason, number>();
  for (const { leftOut } of files) {
    for (const [reason, records] of Object.entries(leftOut) as [LeftOutReason, number][]) {
      total.set(reason, (total.get(reason) ?? 0) + records);
    }
  }
  return [...total].sort((a, b) => b[1] - a[1]);
}
