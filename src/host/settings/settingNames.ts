/** The section of all settings. */
export const SECTION = 'mailFlow';

/** The setting of what the user says of files that no format recognises, in the section. */
export const COLUMN_MAPPINGS = 'columnMappings';

/** The setting of the path of a baseline, in the section. */
export const BASELINE = 'baseline';
