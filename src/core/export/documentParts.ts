import type { MailFlowReport } from '../report/report';
import type { ExportContent, ExportContext } from './content';
import type { ExportStrings } from './exportWording';
import { ReportWords } from './reportWords';

/** What every section of a document is made of. */
export class DocumentParts {
  readonly content: ExportContent;
  readonly context: ExportContext;
  readonly words: ReportWords;

  constructor(content: ExportContent, context: ExportContext) {
    this.content = content;
    this.context = context;
    this.words = new ReportWords(context);
  }

  get report(): MailFlowReport {
    return this.content.report;
  }

  get strings(): ExportStrings {
    return this.context.strings;
  }
}
