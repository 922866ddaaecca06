import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../copyText';
import { usePage } from '../pageContext';
import { Button } from './toolkit';

interface CopyFooterProps {
  /** The panel's id, which those of the buttons begin with. */
  readonly panel: string;
  /** What the panel says; null while there is nothing to copy. */
  readonly markdown: string | null;
  /** The same with stand-ins in place of names. */
  readonly redacted: string | null;
  readonly onClose: () => void;
}

/** The foot of a panel whose content can be taken along as Markdown; says when it was. */
export function CopyFooter({ panel, markdown, redacted, onClose }: CopyFooterProps) {
  const { strings, host } = usePage();
  const [outcome, setOutcome] = useState('');
  useEffect(() => setOutcome(''), [markdown]);
  const copy = (text: string | null): void => {
    void copyText(text ?? '', host).then(() => setOutcome(strings['picture.copied']));
  };
  return (
    <>
      <Button id={`${panel}-copy`} disabled={markdown === null} onClick={() => copy(markdown)}>
        {strings['compare.copyMarkdown']}
      </Button>
      <Button
        id={`${panel}-copy-redacted`}
        appearance="secondary"
        disabled={redacted === null}
        onClick={() => copy(redacted)}
      >
        {strings['compare.copyRedacted']}
      </Button>
      <Button id={`${panel}-close`} appearance="secondary" onClick={onClose}>
        {strings['flyout.close']}
      </Button>
      <span class="muted note" role="status">
        {outcome}
      </span>
    </>
  );
}
