import type { FilePreview } from '../reading/filePreview';
import type { Format } from './format';
import { FORMATS } from './formats';

/** The formats that a user may choose for a file that looks like this: those that read lines or tables, or JSON objects. */
export function readableFormats(layout: FilePreview['layout']): readonly Format[] {
  return FORMATS.filter((format) => format.id !== 'mapped-table' && canRead(format, layout));
}

function canRead({ layout }: Format, shown: FilePreview['layout']): boolean {
  return layout === undefined || (layout === 'json') === (shown === 'json');
}
