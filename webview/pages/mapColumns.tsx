import { COLUMN_ROLES } from '../../src/core/model/columnMapping';
import { fill } from '../../src/core/report/wording';
import type { ColumnChoices, MappingForm } from '../../src/protocol/messages';
import { InformationIcon, WarningIcon } from '../components/icons';
import { MappingField } from '../components/mappingField';
import { SidePanel } from '../components/sidePanel';
import { Button } from '../components/toolkit';
import { entryFor, faultOf, withValue } from '../mappingChoices';
import { usePage } from '../pageContext';

/** A mapping has to say these. */
const REQUIRED: ReadonlySet<string> = new Set(['time', 'direction']);

interface MapColumnsProps {
  /** The name of the file. */
  readonly title: string;
  readonly form: MappingForm;
  readonly choices: ColumnChoices;
  readonly onChange: (choices: ColumnChoices) => void;
  readonly onCancel: () => void;
}

/** The form in which the user says what the columns of a file hold. */
export function MapColumns({ title, form, choices, onChange, onCancel }: MapColumnsProps) {
  const { strings, host } = usePage();
  const fault = faultOf(choices, form.columns)?.kind;
  return (
    <SidePanel
      id="map-columns-form"
      heading={strings['mapping.heading']}
      onClose={onCancel}
      footer={
        <>
          <p id="mapping-state" role="status" data-fault={fault ?? 'none'}>
            {fault !== undefined && <InformationIcon />}
            {strings[fault === undefined ? readyText(choices) : REASONS[fault]]}
          </p>
          <div class="buttons">
            <Button
              id="apply-mapping"
              disabled={fault !== undefined}
              onClick={() => host.post({ type: 'applyMapping', choices })}
            >
              {strings['mapping.apply']}
            </Button>
            {form.isMapped && (
              <Button id="remove-mapping" appearance="secondary" onClick={() => host.post({ type: 'removeMapping' })}>
                {strings['mapping.remove']}
              </Button>
            )}
            <Button id="cancel-mapping" appearance="secondary" onClick={onCancel}>
              {strings['mapping.cancel']}
            </Button>
          </div>
        </>
      }
    >
      <p>{fill(strings['mapping.text'], title)}</p>
      {form.missing.length > 0 && (
        <div class="notice notice-warning" id="missing-columns">
          <WarningIcon />
          <p>{fill(strings['mapping.missing'], form.missing.join(', '))}</p>
        </div>
      )}
      {!form.isMapped && <p class="muted">{strings['mapping.guess']}</p>}
      <div class="mapping-fields">
        {COLUMN_ROLES.map((role) => (
          <MappingField
            key={role}
            role={role}
            required={REQUIRED.has(role)}
            columns={form.columns}
            value={entryFor(choices, role)}
            onChange={(value) => onChange(withValue(choices, role, value))}
          />
        ))}
      </div>
    </SidePanel>
  );
}

function readyText({ columns }: ColumnChoices): 'mapping.ready' | 'mapping.noIds' {
  const hasId = columns.messageId !== undefined || columns.networkMessageId !== undefined;
  return hasId ? 'mapping.ready' : 'mapping.noIds';
}

/** Columns that are not there cannot be chosen, so that no reason has to name one. */
const REASONS = {
  noTime: 'mapping.noTime',
  noDirection: 'mapping.noDirection',
  noSuchColumn: 'mapping.noTime',
} as const;
