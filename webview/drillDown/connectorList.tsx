import type { DrillPlace } from '../../src/protocol/drillPlace';
import { usePage } from '../pageContext';
import type { DrillRows } from './drillRows';
import { DrillTable } from './drillTable';

interface ConnectorListProps {
  readonly rows: DrillRows;
  readonly returnTo: string | null;
  readonly onOpen: (place: DrillPlace) => void;
}

/** The connectors that messages went over, to choose from. */
export function ConnectorList({ rows, returnTo, onOpen }: ConnectorListProps) {
  const { strings } = usePage();
  return rows.rows.length === 0 ? (
    <p class="nothing">{strings['drill.none']}</p>
  ) : (
    <DrillTable {...rows} returnTo={returnTo} onOpen={onOpen} />
  );
}
