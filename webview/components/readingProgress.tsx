import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../src/core/report/wording';
import type { AnalysisState, ReadingProgress } from '../../src/protocol/messages';
import { usePage } from '../pageContext';
import { formatBytes, percentRead } from './byteCount';
import { Button } from './toolkit';

/** How far reading has come, and the way to stop it. */
export function Progress({ progress, partial }: { readonly progress: ReadingProgress; readonly partial: boolean }) {
  const { strings, locale, host, count } = usePage();
  const { file, number, files, bytesRead, bytesTotal } = progress;
  const isLooking = files === 0;
  const bytes = fill(
    strings['reading.progress'],
    formatBytes(bytesRead, locale),
    formatBytes(Math.max(bytesRead, bytesTotal), locale),
  );
  const percent = percentRead(bytesRead, bytesTotal);
  return (
    <section id="progress" class="panel status progress" aria-labelledby="progress-heading">
      <div class="progress-row">
        <h2 id="progress-heading" class="progress-file">
          {fill(strings[isLooking ? 'reading.looking' : 'reading.heading'], file)}
        </h2>
        <Button id="cancel" appearance="secondary" onClick={() => host.post({ type: 'cancel' })}>
          {strings['reading.cancel']}
        </Button>
      </div>
      <div
        class="progress-track"
        role="progressbar"
        aria-labelledby="progress-heading"
        aria-valuemin={0}
        aria-valuemax={100}
        {...(isLooking ? {} : { 'aria-valuenow': percent, 'aria-valuetext': bytes })}
      >
        <div class="progress-bar" style={{ width: `${isLooking ? 0 : percent}%` }} />
      </div>
      <p class="progress-bytes">
        {number > 0 && files > 1 && (
          <>
            <span class="muted" id="progress-files">
              {fill(strings['reading.files'], count(number), count(files))}
            </span>{' '}
          </>
        )}
        {!isLooking && <span class="muted">{bytes}</span>}{' '}
        {partial && <span class="progress-partial">{strings['reading.partial']}</span>}
      </p>
    </section>
  );
}

/** Says once that reading began and once that it ended; every step would drown out everything else. */
export function ReadingAnnouncer({ state }: { readonly state: AnalysisState }) {
  const { strings } = usePage();
  const wasReading = useRef(false);
  const [text, setText] = useState('');
  const reading = state.kind === 'reading';
  useEffect(() => {
    if (reading !== wasReading.current) {
      wasReading.current = reading;
      setText(strings[reading ? 'reading.announceStart' : 'reading.announceDone']);
    }
  }, [reading, strings]);
  return (
    <div id="announcer" class="visually-hidden" aria-live="polite">
      {text}
    </div>
  );
}
