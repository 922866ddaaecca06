// What only some commands, tasks, assistants and questions of pages need. It is loaded together, when the first of them is asked for:
// each `import()` of a file of its own would cut what they share into many small parts, and to find a part takes longer than to read it.
export { AssistantTool } from './assistants/assistantTool';
export { forgetBaseline, saveBaseline } from './baseline/baselineCommands';
export { compareReport } from './compare/compareReports';
export { EvidenceDocuments } from './evidence/evidence';
export { openExported, writeReport } from './export/exportReport';
export { adjustThreshold } from './insights/adjustThreshold';
export { copyEvidence, draftNotice } from './insights/insightTexts';
export { listMuted, muteConnector } from './insights/mutedConnectors';
export { useHighlighting } from './language/highlighting';
export { whatIf } from './pages/whatIf';
export { chooseFormat } from './recognition/formatChoice';
export { ReportTerminal } from './tasks/reportTerminal';
