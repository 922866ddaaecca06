import type { RedactionOptions } from '../../core/export/content';
import { REDACT_ALL } from '../../core/export/redact';
import { UsageError } from './options';

/** What `--keep` may name. */
export type Kept = 'connectors' | 'file-names' | 'paths';

/** What `--redact` replaces but for what `--keep` names, which has to be among `keepable`; null: nothing is replaced. */
export function redaction(
  isRedacted: boolean,
  kept: readonly string[],
  keepable: readonly Kept[],
): RedactionOptions | null {
  const wrong = kept.find((what) => !keepable.some((one) => one === what));
  if (wrong !== undefined) {
    const [last, ...others] = [...keepable].reverse();
    const choices = others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`;
    throw new UsageError(`--keep takes ${choices}, not ${wrong}`);
  }
  if (!isRedacted && kept.length > 0) {
    throw new UsageError('--keep goes with --redact');
  }
  const files = kept.includes('paths') ? 'kept' : kept.includes('file-names') ? 'folders' : REDACT_ALL.files;
  return isRedacted ? { connectors: !kept.includes('connectors'), files } : null;
}
