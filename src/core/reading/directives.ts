const LINE_ENDS = /[\r\n\u2028\u2029]/;

/** Lines that begin with `#` anywhere in a text: directives of logs (`#Log-type: …`), and PowerShell's notes. */
export function directivesIn(text: string): string[] {
  const lines: string[] = [];
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    const before = text[at - 1];
    if (before === undefined || LINE_ENDS.test(before) || (at === 1 && before === '\uFEFF')) {
      lines.push(text.slice(at).split(LINE_ENDS, 1)[0] as string);
    }
  }
  return lines;
}

/** The value of the first directive of a name (any case), without spaces before it. */
export function directive(directives: readonly string[], name: string): string | undefined {
  const start = `#${name}:`.toLowerCase();
  const line = directives.find((each) => each.slice(0, start.length).toLowerCase() === start);
  return line?.slice(start.length).trimStart();
}
