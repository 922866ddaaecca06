import { useMemo } from 'preact/hooks';
import type { Direction } from '../../src/core/model/connector';
import type { Period } from '../../src/core/model/day';
import { knownOf } from '../../src/core/model/tls';
import { type DirectionFigures, directionFigures, lastWeek } from '../../src/core/report/figures';
import type { MailFlowReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import { ChartMenu } from '../charts/chartMenu';
import { Pictures } from '../charts/pictures';
import { Link } from '../components/link';
import { SidePanel } from '../components/sidePanel';
import { TlsUsage } from '../components/tlsUsage';
import { Button } from '../components/toolkit';
import { usePage } from '../pageContext';

interface FlyoutProps {
  readonly report: MailFlowReport;
  readonly onClose: () => void;
  readonly onConnectorReport: () => void;
}

/** The last week by TLS version, what the figures include and what to do about the weak ones. */
export function Flyout({ report, onClose, onConnectorReport }: FlyoutProps) {
  const { strings } = usePage();
  const week = useMemo(() => lastWeek(report), [report]);
  return (
    <SidePanel
      id="flyout"
      heading={strings['flyout.heading']}
      onClose={onClose}
      footer={
        <Button id="flyout-close" appearance="secondary" onClick={onClose}>
          {strings['flyout.close']}
        </Button>
      }
    >
      <p>{strings['flyout.opportunistic']}</p>
      <p>{fill(strings['flyout.directions'], strings['direction.outbound'], strings['direction.inbound'])}</p>
      <p>
        {strings['flyout.whatToDo']}{' '}
        <Link class="to-connector-report" onClick={onConnectorReport}>
          {strings['report.heading']}
        </Link>
      </p>
      {week !== null && (
        <p class="muted flyout-period" data-start={week.start} data-end={week.end}>
          {fill(strings.period, week.start, week.end)}
        </p>
      )}
      <DirectionSection
        direction="outbound"
        week={week}
        figures={directionFigures(report.connectors, 'outbound', week)}
      />
      <DirectionSection
        direction="inbound"
        week={week}
        figures={directionFigures(report.connectors, 'inbound', week)}
      />
    </SidePanel>
  );
}

interface DirectionSectionProps {
  readonly direction: Direction;
  /** Null where nothing was counted. */
  readonly week: Period | null;
  readonly figures: DirectionFigures;
}

function DirectionSection({ direction, week, figures }: DirectionSectionProps) {
  const { strings, locale, title } = usePage();
  const heading = strings[`flyout.${direction}`];
  const pictures = new Pictures({ strings, locale, title, filters: [] });
  const id = `flyout-${direction}`;
  return (
    <section class="flyout-direction" data-direction={direction} aria-labelledby={id}>
      <div class="flyout-heading">
        <h3 id={id}>{heading}</h3>
        {week !== null && knownOf(figures.tls) > 0 && (
          <ChartMenu
            name={direction}
            heading={heading}
            svg={() => pictures.tlsUsage(heading, figures.tls, week, figures.approximate)}
          />
        )}
      </div>
      <TlsUsage
        tls={figures.tls}
        approximate={figures.approximate}
        largestRadius={70}
        nothingKnown={strings[figures.messages === 0 ? 'flyout.noMessages' : 'flyout.nothingKnown']}
      />
    </section>
  );
}
