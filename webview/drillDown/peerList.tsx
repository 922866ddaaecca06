import { volumeOf } from '../../src/core/model/tls';
import { namesSentence } from '../../src/core/report/causeSentences';
import type { DrillDownQuery, HostRow, PeerReport } from '../../src/core/report/drillDown';
import { fill } from '../../src/core/report/wording';
import type { DrillPlace } from '../../src/protocol/drillPlace';
import { InformationIcon } from '../components/icons';
import { Button } from '../components/toolkit';
import { usePage } from '../pageContext';
import { levelOf } from './drillLevels';
import { allMessages, type DrillTables } from './drillRows';
import { DrillTable } from './drillTable';
import { ProofLines } from './proofLines';
import type { AskedReport } from './usePeers';

interface PeerListProps {
  readonly place: DrillPlace;
  readonly query: DrillDownQuery;
  /** Null until they are told. */
  readonly peers: PeerReport | null;
  readonly asked: AskedReport;
  /** Stands before what aggregated rows tell, where that is not exact. */
  readonly about: string;
  readonly tables: DrillTables;
  readonly returnTo: string | null;
  /** Whether lines are shown where there is more to choose from. */
  readonly showsLines: boolean;
  readonly onShowLines: () => void;
  readonly onOpen: (place: DrillPlace) => void;
}

/** Hosts or senders, what is left out of them and why, and the lines that prove them. */
export function PeerList(props: PeerListProps) {
  const { place, query, peers, asked, about, tables, returnTo, showsLines, onShowLines, onOpen } = props;
  const { strings } = usePage();
  if (peers === null) {
    return (
      <p class="nothing" role="status" id="drill-waiting">
        {strings[asked.isReading ? 'drill.reading' : 'drill.asking']}
      </p>
    );
  }
  const whole = allMessages(peers);
  if (whole === 0) {
    return <p class="nothing">{strings['drill.none']}</p>;
  }
  const only = onlyHost(place, peers);
  const rows = only === null ? tables.hosts(peers, place) : tables.senders(only, whole, place);
  const hasRows = peers.hosts.length > 0 && !(only !== null && tellsNothing(only));
  return (
    <div id="drill-peers" data-messages={whole}>
      {only !== null &&
        namesSentence(strings, only.names).map((sentence) => (
          <p key={sentence} class="muted" id="drill-names">
            <bdi>{sentence}</bdi>
          </p>
        ))}
      <Notes place={place} peers={peers} only={only} about={about} />
      {hasRows && <DrillTable {...rows} returnTo={returnTo} onOpen={onOpen} />}
      {only !== null || peers.hosts.length === 0 || showsLines ? (
        <ProofLines query={query} asked={asked} />
      ) : (
        <Button id="show-lines" appearance="secondary" onClick={onShowLines}>
          {strings['drill.showLines']}
        </Button>
      )}
    </div>
  );
}

interface NotesProps {
  readonly place: DrillPlace;
  readonly peers: PeerReport;
  readonly only: HostRow | null;
  readonly about: string;
}

/** Where the export does not tell who it was, or not all of them are listed. */
function Notes({ place, peers, only, about }: NotesProps) {
  const { strings, count } = usePage();
  const { notListed, isFolded } = peers;
  const aggregated = volumeOf(peers.aggregated);
  const number = (of: number) => (of === 1 ? 'one' : 'many');
  const amount = (key: 'drill.moreHosts' | 'drill.moreRows', of: number, ...more: string[]) =>
    fill(strings[`${key}.${number(of)}`], count(of), ...more);
  const isUntold = only !== null && only.host === '' && levelOf(place) === 'hosts';
  const notes: readonly (readonly [name: string, text: string])[] = [
    ...(isUntold
      ? [
          [
            'untold',
            strings[only.peers.every(({ sender }) => sender === '') ? 'drill.noSenders' : 'drill.noHosts'],
          ] as const,
        ]
      : []),
    ...(aggregated > 0
      ? [['aggregated', fill(strings[`drill.aggregated.${number(aggregated)}`], about + count(aggregated))] as const]
      : []),
    ...(notListed.hosts > 0
      ? [['more-hosts', amount('drill.moreHosts', notListed.hosts, count(notListed.messages))] as const]
      : []),
    ...(only !== null && only.notListed > 0 ? [['more-rows', amount('drill.moreRows', only.notListed)] as const] : []),
    ...(isFolded ? [['folded', strings['drill.folded']] as const] : []),
  ];
  return notes.length === 0 ? null : (
    <div class="notice notice-information" id="drill-notes">
      <InformationIcon />
      <div>
        {notes.map(([name, text]) => (
          <p key={name} data-note={name}>
            {text}
          </p>
        ))}
      </div>
    </div>
  );
}

/** The one host there is: the one chosen, or what stands for all where the export tells none. */
function onlyHost(place: DrillPlace, { hosts, isFolded, notListed }: PeerReport): HostRow | null {
  const [first] = hosts;
  if (first === undefined || hosts.length + notListed.hosts > 1) {
    return null;
  }
  return place.host !== null || (first.host === '' && !isFolded) ? first : null;
}

/** True where nothing is told of a host's messages that a table could show. */
function tellsNothing({ peers }: HostRow): boolean {
  return peers.length === 1 && peers.every(({ sender, cipher }) => sender === '' && cipher === '');
}
