import type { FilePreview } from '../reading/filePreview';
import type { Format } from './format';
import { FORMATS } from './formats';

/** The formats that a user may choose for a file that looks like this. A mapped table is none: it takes a mapping. */
export function readableFormats(layout: FilePreview['layout']): readonly Format[] {
  return FORMATS.filter((format) => format.id !== 'mapped-table' && canRead(format, layout));
}

function canRead({ layout, needsTitles = false }: Format, shown: FilePreview['layout']): boolean {
  switch (shown) {
    case 'json':
      return needsTitles || layout === 'json';
    case 'text':
      return !needsTitles && layout !== 'json';
    case 'table':
      // What looks like one may be lines of a log.
      return layout !== 'json';
  }
}
