import type { TlsState } from '../../src/core/model/tls';
import type { DetailsRow } from '../../src/core/report/connectorReport';
import { fill } from '../../src/core/report/wording';
import type { PageStrings } from '../../src/protocol/strings';
import { countOf } from '../charts/tlsStates';
import { usePage } from '../pageContext';
import { type ColumnId, isTlsColumn, wholeOf } from './detailsColumns';
import type { RowTexts } from './detailsTexts';

/** What a column is called in its header. */
export function useColumnTitle(): (column: ColumnId) => string {
  const { strings } = usePage();
  return (column) => (isTlsColumn(column) ? strings[`tls.${column}`] : strings[`details.${column}`]);
}

interface DetailsCellProps {
  readonly row: DetailsRow;
  readonly column: ColumnId;
  readonly texts: RowTexts;
}

/** One cell of the details table. */
export function DetailsCell({ row, column, texts }: DetailsCellProps) {
  const { count, strings } = usePage();
  switch (column) {
    case 'date':
      return (
        <th scope="row" data-column={column}>
          {row.date}
        </th>
      );
    case 'connector': {
      const text = texts.connector(row);
      return (
        <td data-column={column} title={text}>
          {text}
        </td>
      );
    }
    case 'type':
      return (
        <td data-column={column} title={definedAt(row, strings)}>
          {texts.type(row)}
        </td>
      );
    case 'forcedTls':
      return (
        <td data-column={column} title={definedAt(row, strings)}>
          {row.forcedTls === null ? <NotTold /> : texts.forcedTls(row)}
        </td>
      );
    case 'volume':
      return (
        <td class="number" data-column={column}>
          {count(row.volume)}
        </td>
      );
    default:
      return <TlsCell row={row} column={column} />;
  }
}

/** Where the row's connector is defined; nothing where it is not. */
function definedAt({ connector: { definition } }: DetailsRow, strings: PageStrings): string | undefined {
  return definition && fill(strings['definition.at'], definition.file, String(definition.line));
}

function TlsCell({ row, column }: { readonly row: DetailsRow; readonly column: TlsState }) {
  const { strings, count, percent } = usePage();
  const messages = countOf(row.tls, column);
  const whole = wholeOf(row, column);
  const share = percent(messages, whole, 1);
  return (
    <td class={messages === 0 ? 'number zero' : 'number'} data-column={column}>
      {whole === 0 ? (
        <NotTold />
      ) : (
        fill(strings['details.shareAndCount'], row.approximate ? `≈\u2009${share}` : share, count(messages))
      )}
    </td>
  );
}

function NotTold() {
  const { strings } = usePage();
  return (
    <span title={strings.notTold}>
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{strings.notTold}</span>
    </span>
  );
}
