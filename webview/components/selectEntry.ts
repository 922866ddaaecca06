/** One entry of a choice (select.tsx). */
export interface SelectEntry {
  readonly value: string;
  readonly text: string;
}
