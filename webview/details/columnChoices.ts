import type { DetailsColumn } from '../../src/core/report/detailsColumns';
import { type ColumnChoices, usableWidth } from '../../src/protocol/choices';

/** The choices with a column hidden or shown. */
export function withHidden(choices: ColumnChoices, column: DetailsColumn, isHidden: boolean): ColumnChoices {
  return { ...choices, hidden: withMember(choices.hidden, column, isHidden) };
}

/** The choices with a column pinned or not. */
export function withPinned(choices: ColumnChoices, column: DetailsColumn, isPinned: boolean): ColumnChoices {
  return { ...choices, pinned: withMember(choices.pinned, column, isPinned) };
}

/** The choices with a column's width in CSS pixels; null for the usual one. */
export function withWidth(choices: ColumnChoices, column: DetailsColumn, width: number | null): ColumnChoices {
  const { [column]: _, ...others } = choices.widths;
  return { ...choices, widths: width === null ? others : { ...others, [column]: usableWidth(width) } };
}

function withMember<Member>(members: readonly Member[], member: Member, isIn: boolean): readonly Member[] {
  const others = members.filter((other) => other !== member);
  return isIn ? [...others, member] : others;
}
