/** How many bytes of a file are looked at to recognise it. */
export const START_BYTES = 65_536;
