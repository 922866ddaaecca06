import type { MailFlowReport } from '../../src/core/report/report';

/** A report of nothing, for samples to start from. */
export const EMPTY_REPORT: MailFlowReport;
