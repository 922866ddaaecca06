import type { ComponentChildren } from 'preact';

interface CheckboxProps {
  readonly id?: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ComponentChildren;
}

/** A box to tick, with its text. */
export function Checkbox({ id, isChecked, isDisabled = false, onChange, children }: CheckboxProps) {
  return (
    <label class="check">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}

interface RadioProps {
  readonly name: string;
  readonly value: string;
  readonly isChecked: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

/** One of several answers. */
export function Radio({ name, value, isChecked, onChoose, children }: RadioProps) {
  return (
    <label class="check">
      <input type="radio" name={name} value={value} checked={isChecked} onChange={onChoose} />
      {children}
    </label>
  );
}
