import { useEffect, useState } from 'preact/hooks';
import { ScrollRegion } from '../components/scrollRegion';

/** A chart's figures. */
export interface ChartFigures {
  readonly caption: string;
  /** The first one heads the rows. */
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Asked for only where the table is drawn. */
  readonly rows: () => readonly (readonly string[])[];
}

/** With more days than this a table is drawn only where it is asked for. */
const MOST_HIDDEN_ROWS = 100;
/** A table that nobody sees can wait so many milliseconds for what is seen. */
const PATIENCE = 300;

interface ChartTableProps extends ChartFigures {
  /** Instead of the chart; else behind it, for whoever cannot see it. */
  readonly isShown: boolean;
}

/** The figures of a chart as a table. */
export function ChartTable({ caption, columns, rowCount, rows, isShown }: ChartTableProps) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown && (!isDue || rowCount > MOST_HIDDEN_ROWS)) {
    return null;
  }
  const table = (
    <table class="chart-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col" class={index === 0 ? undefined : 'number'}>
              <bdi>{column}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows().map(([header, ...cells]) => (
          <tr key={header}>
            <th scope="row">{header}</th>
            {cells.map((cell, index) => (
              <td key={index} class="number">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!isShown) {
    return <div class="visually-hidden">{table}</div>;
  }
  return (
    <ScrollRegion class="chart-table-scroller" label={caption}>
      {table}
    </ScrollRegion>
  );
}
