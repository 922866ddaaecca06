import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Period } from '../../src/core/model/day';
import { connectorReport, keyOf } from '../../src/core/report/connectorReport';
import { sumDays } from '../../src/core/report/figures';
import { countOf } from '../../src/core/report/shownStates';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import type { Selection } from '../choices';
import { SidePanel } from '../components/sidePanel';
import { Button } from '../components/toolkit';
import { leadTo } from '../leadTo';
import { usePage } from '../pageContext';
import { Breadcrumb } from './breadcrumb';
import { ConnectorList } from './connectorList';
import { DrillFields } from './drillFields';
import { crumbsOf, levelOf, queryOf, rowBetween } from './drillLevels';
import { allMessages, DrillTables } from './drillRows';
import { PeerList } from './peerList';
import { type AskedReport, usePeers } from './usePeers';

interface DrillPanelProps extends AskedReport {
  readonly place: DrillPlace;
  /** What the report shows. */
  readonly selection: Selection;
  /** The days the files hold. */
  readonly data: Period;
  readonly onPlace: (place: DrillPlace) => void;
  readonly onClose: () => void;
}

/** From a figure down: connector, TLS state, remote hosts, senders, and the lines that prove them. */
export function DrillPanel(props: DrillPanelProps) {
  const { report, isReading, selection, data, onPlace, onClose } = props;
  // Wherever else one goes, lines are asked for anew.
  const { lines = false, ...place } = props.place;
  const { strings, locale, count, label } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  const [cameFrom, setCameFrom] = useState<DrillPlace | null>(null);
  /** Where a link has led; the fields change what is shown and keep the focus. */
  const [arrivals, setArrivals] = useState(0);
  const tables = useMemo(() => new DrillTables(strings, locale), [strings, locale]);
  const query = queryOf(place);
  const peers = usePeers(query, { report, isReading });
  const connector = report.connectors.find((one) => keyOf(one) === place.connector);
  const { period, filter } = { ...selection, period: place.period };
  const shown = useMemo(
    () => connectorReport(report.connectors, 'all', period, { ...filter, tls: [] }),
    [report, period.start, period.end, filter.direction, filter.types],
  );
  const counted = connector === undefined ? shown : sumDays(connector.days, period);
  const about = counted.approximate ? '≈\u2009' : '';
  const level = levelOf(place);
  const crumbs = crumbsOf(place, {
    allConnectors: strings['drill.allConnectors'],
    connector: (key) => (connector === undefined ? key : label(connector)),
    tls: (state) => strings[`tls.${state}`],
    host: (host) => tables.hostName({ host, isFolded: peers?.isFolded ?? false }),
    sender: (sender) => tables.senderName(sender),
  });
  const open = (next: DrillPlace) => {
    setCameFrom(place);
    setArrivals((times) => times + 1);
    onPlace(next);
  };
  const isOfReport = level === 'connectors' || level === 'hosts';
  const inReport = place.tls === null ? counted.messages : countOf(counted.tls, place.tls);
  const messages = isOfReport ? inReport : peers === null ? null : allMessages(peers);
  const placeKey = JSON.stringify(place);
  const returnTo = cameFrom === null ? null : rowBetween(cameFrom, place);
  useEffect(() => {
    // Else a row of the table takes the focus.
    if (returnTo === null || (query !== null && peers === null)) {
      leadTo(heading.current);
    }
  }, [arrivals]);
  return (
    <SidePanel
      id="drill-down"
      class="wide-panel"
      heading={strings['drill.heading']}
      onClose={onClose}
      onKeyDown={(event) => {
        const before = crumbs.at(-2);
        if (event.key === 'ArrowLeft' && event.altKey && before !== undefined) {
          event.preventDefault();
          // VS Code would go back itself.
          event.stopPropagation();
          open(before.place);
        }
      }}
      footer={
        <Button id="drill-close" appearance="secondary" onClick={onClose}>
          {strings['flyout.close']}
        </Button>
      }
    >
      <Breadcrumb crumbs={crumbs} onOpen={open} />
      <h3 id="drill-place" tabIndex={-1} ref={heading} data-level={level}>
        <bdi>{crumbs.at(-1)?.text}</bdi>
      </h3>
      <p class="muted" id="drill-messages" data-start={period.start} data-end={period.end}>
        {messages !== null &&
          `${fill(
            strings[messages === 1 ? 'drill.messages.one' : 'drill.messages.many'],
            `${isOfReport ? about : ''}${count(messages)}`,
          )} · `}
        {period.start === period.end
          ? fill(strings['drill.day'], period.start)
          : fill(strings.period, period.start, period.end)}
      </p>
      <DrillFields
        place={place}
        tls={counted.tls}
        isWhole={isOfReport}
        about={about}
        shown={selection.period}
        data={data}
        onChange={onPlace}
      />
      {query === null ? (
        <ConnectorList key={placeKey} rows={tables.connectors(shown, place)} returnTo={returnTo} onOpen={open} />
      ) : (
        <PeerList
          key={placeKey}
          place={place}
          query={query}
          peers={peers}
          asked={{ report, isReading }}
          about={about}
          tables={tables}
          returnTo={returnTo}
          showsLines={lines}
          onShowLines={() => {
            onPlace({ ...place, lines: true });
            // The button that had the focus goes away.
            setTimeout(() => document.getElementById('drill-lines-heading')?.focus());
          }}
          onOpen={open}
        />
      )}
    </SidePanel>
  );
}
