/** Why a record, a line or a file could not be used as it stands. The reason's sentence is in report/wording.ts. */
export type ProblemReason =
  | 'emptyFile'
  | 'headerOnly'
  | 'binaryFile'
  | 'unknownFormat'
  | 'noSuchColumn'
  | 'incompleteMapping'
  | 'nothingAsChosen'
  | 'unreadable'
  | 'truncatedRecord'
  | 'unbalancedQuote'
  | 'recordTooLong'
  | 'raggedRecord'
  | 'badTime'
  | 'badNumber'
  | 'futureDay'
  | 'noMessageId'
  | 'noSession'
  | 'invalidUtf8'
  | 'unknownDirection'
  | 'percentExcess'
  | 'connectorTypeConflict'
  | 'noConnectorName'
  | 'unknownSetting'
  | 'differingDefinition'
  | 'noDefinitions'
  | 'differingRow'
  | 'missingColumn'
  | 'missingFields'
  | 'dateOrderGuessed'
  | 'dateOrderBySpan'
  | 'tooManyOpenSessions'
  | 'readerCrashed'
  | 'badJson'
  | 'badPolicy'
  | 'zoneNotTold'
  | 'yearNotTold'
  | 'damagedContainer'
  | 'encryptedContainer'
  | 'unknownCompression'
  | 'emptyContainer'
  | 'nestedContainer'
  | 'noExportInside'
  | 'tooManyFiles';

/** Something about a file that the reader has to know. `line` is 1-based, as VS Code counts lines; 0: the whole file. */
export interface ReadingProblem {
  readonly line: number;
  readonly reason: ProblemReason;
  /** What the sentence names: a column, a connector, the header that was seen. */
  readonly detail?: string;
}

/** What is wrong with a damaged container: the `detail` of that problem. The sentences are in report/wording.ts. */
export type Damage = 'cut' | 'data' | 'checksum' | 'header' | 'directory' | 'overlap' | 'split' | 'behind';

/** Why a record was read and yet not counted. */
export type LeftOutReason =
  | 'malformed'
  | 'futureDay'
  | 'noMessageId'
  | 'noBorderHop'
  | 'otherEvent'
  | 'noMessage'
  | 'hubTwin'
  | 'overlapsMessages'
  | 'duplicateRow'
  | 'directionNotTold'
  | 'notDelivered'
  | 'protocolLogTwin'
  | 'clientSubmission';
