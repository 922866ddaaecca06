import { fill } from '../../src/core/report/wording';
import type { SourceNotes } from '../../src/protocol/messages';
import { usePage } from '../pageContext';
import { InformationIcon } from './icons';
import { Button } from './toolkit';

interface SourceNoticeProps {
  readonly notes: SourceNotes;
  /** The files are being read: there is nothing to ask for. */
  readonly isReading: boolean;
}

/** Says quietly that the files are no longer what was read, and offers to read them again. */
export function SourceNotice({ notes, isReading }: SourceNoticeProps) {
  const { strings, host } = usePage();
  return (
    <section class="notice notice-information source-notice" id="source-notice" role="status">
      <InformationIcon />
      <div>
        {useSentences(notes).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {notes.canRefresh && !isReading && (
        <Button id="refresh" appearance="secondary" onClick={() => host.post({ type: 'reload' })}>
          {strings['sources.refresh']}
        </Button>
      )}
    </section>
  );
}

function useSentences({ changed, added, removed, unsaved, cutAt, isOneFile }: SourceNotes): string[] {
  const { strings, count } = usePage();
  const say = (
    of: 'changed' | 'added' | 'removed' | 'unsaved',
    files: number,
    ofOne: 'changed' | 'removed' | 'unsaved' | null,
  ): string[] => {
    if (files === 0) {
      return [];
    }
    if (isOneFile && ofOne !== null) {
      return [strings[`sources.${ofOne}`]];
    }
    return [fill(strings[`sources.${of}.${files === 1 ? 'one' : 'many'}`], count(files))];
  };
  return [
    ...say('changed', changed, 'changed'),
    ...say('added', added, null),
    ...say('removed', removed, 'removed'),
    ...say('unsaved', unsaved, 'unsaved'),
    ...(cutAt === null ? [] : [fill(strings['sources.cut'], count(cutAt))]),
  ];
}
