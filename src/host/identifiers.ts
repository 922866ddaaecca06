// What VS Code knows our contributions by, as package.json declares them. They are registered before the code behind them is loaded.

/** The view type of the report of one file: a custom editor. */
export const REPORT_VIEW_TYPE = 'mailFlow.report';

/** The view type of panels with a report of several files. */
export const PANEL_VIEW_TYPE = 'mailFlow.reportPanel';

/** The side bar's widget. */
export const WIDGET_VIEW = 'mailFlow.widget';

/** The tree *Analyses*. */
export const ANALYSES_VIEW = 'mailFlow.analyses';

/** The scheme of documents that show lines of files in containers. */
export const EVIDENCE_SCHEME = 'mail-flow-evidence';

/** The type of tasks that print a report. */
export const TASK_TYPE = 'mail-flow';

/** The language-model tool. */
export const ASSISTANT_TOOL = 'mailFlow_connectors';
