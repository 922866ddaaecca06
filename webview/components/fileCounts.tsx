import type { LeftOutReason } from '../../src/core/model/problem';
import type { FileReport } from '../../src/core/report/report';
import { fill, leftOutMessage } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { isNotRead } from './noExports';

/** Of one file: its format, its records, and those left out by reason. Nothing is skipped silently. */
export function FileCounts({ file }: { readonly file: FileReport }) {
  const { strings, count } = usePage();
  if (isNotRead(file)) {
    return (
      <p class="facts">
        <span data-fact="not-read">{strings['files.notRead']}</span>
      </p>
    );
  }
  const leftOut = Object.entries(file.leftOut).filter(([, records]) => records > 0) as [LeftOutReason, number][];
  return (
    <>
      <p class="facts">
        <span data-fact="format">{strings[`format.${file.format ?? 'unknown'}`]}</span>
        <span data-fact="encoding">{file.encoding}</span>
        <span data-fact="records">
          {fill(strings[file.records === 1 ? 'files.records.one' : 'files.records.many'], count(file.records))}
        </span>
        <span data-fact="used">{fill(strings['files.used'], count(file.used))}</span>
        {file.sessions && (
          <span data-fact="sessions">
            {fill(strings['files.sessions'], count(file.sessions.total), count(file.sessions.withoutMessage))}
          </span>
        )}
      </p>
      {leftOut.length > 0 && (
        <div class="left-out">
          <span class="muted">{strings['files.leftOut']}</span>
          <ul>
            {leftOut.map(([reason, records]) => (
              <li key={reason} data-left-out={reason}>
                {fill(strings['files.leftOutReason'], count(records), leftOutMessage(strings, reason))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Says how many messages never crossed the organisation's border; nothing for none. */
export function Internal({ count: messages }: { readonly count: number }) {
  const { strings, count } = usePage();
  if (messages === 0) {
    return null;
  }
  return (
    <p class="internal" data-internal={messages}>
      {fill(strings['result.internal'], count(messages))}
    </p>
  );
}

/** Says how many messages more than one file tells of; nothing for none. */
export function Shared({ count: messages }: { readonly count: number }) {
  const { strings, count } = usePage();
  if (messages === 0) {
    return null;
  }
  return (
    <p class="internal" data-shared={messages}>
      {fill(strings['result.shared'], count(messages))}
    </p>
  );
}
