import { useEffect, useState } from 'preact/hooks';
import type { Period } from '../../src/core/model/day';
import { fill } from '../../src/core/report/wording';
import { type PeriodProblem, periodProblem } from '../choices';
import { ErrorIcon } from '../components/icons';
import { Button } from '../components/toolkit';
import { usePage } from '../pageContext';

interface PeriodFieldsProps {
  /** What the report shows. */
  readonly period: Period;
  /** The days the files hold. */
  readonly data: Period;
  readonly onChange: (period: Period) => void;
  readonly onReset: () => void;
}

const PROBLEMS = {
  empty: 'report.periodEmpty',
  order: 'report.periodOrder',
  outside: 'report.periodOutside',
} as const satisfies Record<PeriodProblem, string>;

/** Start and end date. What is typed and cannot be shown stays in the fields with the reason under them; the report keeps what it had. */
export function PeriodFields({ period, data, onChange, onReset }: PeriodFieldsProps) {
  const { strings } = usePage();
  const [typed, setTyped] = useState(period);
  useEffect(() => setTyped({ start: period.start, end: period.end }), [period.start, period.end]);
  const problem = periodProblem(typed, data);
  const change = (next: Period) => {
    setTyped(next);
    if (periodProblem(next, data) === null) {
      onChange(next);
    }
  };
  const field = (id: string, text: string, value: string, onInput: (value: string) => void) => (
    <div class="field">
      <label for={id}>{text}</label>
      <input
        id={id}
        class="text-field"
        type="date"
        value={value}
        min={data.start}
        max={data.end}
        aria-invalid={problem !== null}
        aria-describedby="period-error"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
  return (
    <>
      <div class="period-fields">
        {field('start-date', strings['report.startDate'], typed.start, (start) => change({ ...typed, start }))}
        {field('end-date', strings['report.endDate'], typed.end, (end) => change({ ...typed, end }))}
        <Button
          id="reset-period"
          appearance="secondary"
          onClick={() => {
            setTyped(period);
            onReset();
          }}
        >
          {strings['report.reset']}
        </Button>
        <Button id="all-days" appearance="secondary" onClick={() => change(data)}>
          {strings['report.allDays']}
        </Button>
      </div>
      <p id="period-error" class="field-error" role="alert">
        {problem !== null && (
          <>
            <ErrorIcon />
            {fill(strings[PROBLEMS[problem]], period.start, period.end, data.start, data.end)}
          </>
        )}
      </p>
    </>
  );
}
