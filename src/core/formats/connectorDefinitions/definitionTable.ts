import { ColumnPlan } from '../../reading/columnPlan';
import type { Columns } from '../../reading/columns';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FormatContext } from '../format';
import { type TableRows, tableFormat } from '../tableFormat';
import { readDefinition, showsConnectors } from './readDefinition';

/**
 * Connectors as Get-InboundConnector and Get-OutboundConnector give them, saved by Export-Csv or ConvertTo-Json
 * (docs/formats.md): a record per connector.
 */
export const definitionTable = tableFormat({
  id: 'connector-definitions',
  has: (columns) => showsConnectors((title) => placesOf(columns, title).some((column) => column >= 0)),
  expected: ['ConnectorType'],
  rows: (context, columns) => new DefinitionRows(context, columns),
});

class DefinitionRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #columns: Columns;

  constructor(context: FormatContext, columns: Columns) {
    this.#context = context;
    this.#columns = columns;
  }

  read(record: RecordCursor): void {
    const places = (title: string): number[] => placesOf(this.#columns, title);
    const connector = {
      has: (title: string) => places(title).some((column) => column >= 0),
      text: (title: string) =>
        places(title)
          .map((column) => record.cell(column))
          .find((text) => text !== '') ?? '',
    };
    readDefinition(connector, record.line, this.#context.facts);
  }
}

/** Windows PowerShell writes some values of remote objects to JSON as objects that hold them: `{ "value": 2 }`. */
function placesOf(columns: Columns, title: string): number[] {
  return [columns.find(title), columns.find(`${title}.value`)];
}
