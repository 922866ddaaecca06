import { useState } from 'preact/hooks';
import type { ChartName } from '../../src/protocol/chartPicture';
import { PictureIcon } from '../components/icons';
import { Menu, type MenuEntry } from '../components/menu';
import { ToolButton } from '../components/toolButton';
import { copyText } from '../copyText';
import { usePage } from '../pageContext';
import { drawPng } from './drawPng';

interface ChartMenuProps {
  readonly name: ChartName;
  /** What the chart is called. */
  readonly heading: string;
  /** The chart as a stand-alone SVG document. */
  readonly svg: () => string;
}

/** Saves or copies a chart as a picture. */
export function ChartMenu({ name, heading, svg }: ChartMenuProps) {
  const { strings, host } = usePage();
  const id = `picture-${name}`;
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [outcome, setOutcome] = useState('');
  const drawn = (use: (png: Blob) => Promise<void>) => () => {
    setOutcome('');
    drawPng(svg())
      .then(use)
      .catch(() => setOutcome(strings['picture.failed']));
  };
  const savePng = async (png: Blob) => {
    const content = new Uint8Array(await png.arrayBuffer());
    host.post({ type: 'saveChart', name, format: 'png', content });
  };
  const copyPng = async (png: Blob) => {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    setOutcome(strings['picture.copied']);
  };
  const entries: readonly MenuEntry[] = [
    {
      id: 'save-svg',
      text: strings['picture.saveSvg'],
      run: () => host.post({ type: 'saveChart', name, format: 'svg', content: svg() }),
    },
    { id: 'save-png', text: strings['picture.savePng'], run: drawn(savePng) },
    null,
    // A page that came over plain http has no clipboard for pictures.
    ...(canCopyPictures() ? [{ id: 'copy-png', text: strings['picture.copyPng'], run: drawn(copyPng) }] : []),
    {
      id: 'copy-svg',
      text: strings['picture.copySvg'],
      run: () => void copyText(svg(), host).then(() => setOutcome(strings['picture.copied'])),
    },
  ];
  return (
    <span class="chart-menu">
      <span class="muted note" role="status">
        {outcome}
      </span>
      <ToolButton
        id={id}
        icon={<PictureIcon />}
        opens="menu"
        isExpanded={place !== null}
        label={`${strings['picture.menu']}: ${heading}`}
        onClick={() => {
          const { right, bottom } = document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
          setPlace({ x: right - 200, y: bottom + 2 });
        }}
      >
        {strings['picture.menu']}
      </ToolButton>
      {place !== null && (
        <Menu
          label={strings['picture.menu']}
          entries={entries}
          {...place}
          onClose={(takesFocusBack) => {
            setPlace(null);
            if (takesFocusBack) {
              document.getElementById(id)?.focus();
            }
          }}
        />
      )}
    </span>
  );
}

function canCopyPictures(): boolean {
  return typeof ClipboardItem === 'function' && typeof navigator.clipboard?.write === 'function';
}
