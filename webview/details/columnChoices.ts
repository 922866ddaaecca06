import type { DetailsColumn } from '../../src/core/report/detailsColumns';
import { type ColumnArrangement, usableWidth } from '../../src/protocol/choices';

/** The choices with a column hidden or shown. */
export function withHidden(choices: ColumnArrangement, column: DetailsColumn, isHidden: boolean): ColumnArrangement {
  return { ...choices, hidden: withMember(choices.hidden, column, isHidden) };
}

/** The choices with a column pinned or not. */
export function withPinned(choices: ColumnArrangement, column: DetailsColumn, isPinned: boolean): ColumnArrangement {
  return { ...choices, pinned: withMember(choices.pinned, column, isPinned) };
}

/** The choices with a column's width in CSS pixels; null for the usual one. */
export function withWidth(choices: ColumnArrangement, column: DetailsColumn, width: number | null): ColumnArrangement {
  const { [column]: _, ...others } = choices.widths;
  return { ...choices, widths: width === null ? others : { ...others, [column]: usableWidth(width) } };
}

function withMember<Member>(members: readonly Member[], member: Member, isIn: boolean): readonly Member[] {
  const others = members.filter((other) => other !== member);
  return isIn ? [...others, member] : others;
}
