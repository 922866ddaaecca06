import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FileReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { Button } from './toolkit';

/** A container of logs can hold thousands of files; the first ones are shown until the rest is asked for. */
const SHOWN_AT_FIRST = 25;

interface FirstFilesProps {
  /** Of the button that shows the rest. */
  readonly id?: string;
  readonly files: readonly FileReport[];
  readonly class?: string;
  /** The list item of a file, which stands at this position among all. */
  readonly item: (file: FileReport, position: number) => ComponentChildren;
}

/** A list of files. */
export function FirstFiles({ id = 'show-all-files', files, class: name = '', item }: FirstFilesProps) {
  const { strings, count } = usePage();
  const [all, setAll] = useState(false);
  const shown = all ? files : files.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul class={`plain ${name}`}>{shown.map(item)}</ul>
      {shown.length < files.length && (
        <Button id={id} appearance="secondary" onClick={() => setAll(true)}>
          {fill(strings['files.showAll'], count(files.length))}
        </Button>
      )}
    </>
  );
}
