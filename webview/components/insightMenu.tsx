import { useRef, useState } from 'preact/hooks';
import { insightConnectorKey } from '../../src/core/report/connectorReport';
import type { Insight } from '../../src/core/report/report';
import type { InsightAction } from '../../src/protocol/insightActions';
import { usePage } from '../pageContext';
import { ChevronIcon } from './icons';
import { Menu, type MenuEntry } from './menu';

interface InsightMenuProps {
  readonly insight: Insight;
  /** The insight's, for who hears the page. */
  readonly title: string;
}

/** What else can be done about an insight: the same as at its entry in Problems. */
export function InsightMenu({ insight, title }: InsightMenuProps) {
  const { strings, host } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const entry = (action: InsightAction, text: string): MenuEntry => ({
    id: action,
    text,
    run: () =>
      host.post({ type: 'insightAction', action, rule: insight.rule, connector: insightConnectorKey(insight) }),
  });
  return (
    <>
      <button
        type="button"
        class="tool-button insight-more"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={place !== null}
        aria-label={`${strings['insights.more']}: ${title}`}
        onClick={() => {
          const { left, bottom } = button.current?.getBoundingClientRect() ?? new DOMRect();
          setPlace({ x: left, y: bottom + 2 });
        }}
      >
        {strings['insights.more']}
        <ChevronIcon />
      </button>
      {place !== null && (
        <Menu
          label={strings['insights.more']}
          entries={[
            entry('copyEvidence', strings['insights.copyEvidence']),
            entry('draftNotice', strings['insights.draftNotice']),
            entry('showGuidance', strings['insights.guidance']),
            null,
            entry('adjustThreshold', strings['insights.adjustThreshold']),
            entry('muteConnector', strings['insights.mute']),
          ]}
          {...place}
          onClose={(takesFocusBack) => {
            setPlace(null);
            if (takesFocusBack) {
              button.current?.focus();
            }
          }}
        />
      )}
    </>
  );
}
