const START = '<MEP';
const ATTRIBUTE = /\s*([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;
const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

/**
 * Calls `element` for each `<MEP Name="…" String="…"/>` of a trace detail's data: the value is in whichever other attribute
 * there is. Data that was escaped as a whole is read as well. Takes time in proportion to the text, whatever it holds.
 */
export function readMepElements(data: string, element: (name: string, value: string) => void): void {
  const text = data.includes('<') ? data : unescaped(data);
  for (let start = text.indexOf(START); start >= 0; ) {
    let [name, value] = ['', ''];
    let end = start + START.length;
    ATTRIBUTE.lastIndex = end;
    for (let found = ATTRIBUTE.exec(text); found !== null; found = ATTRIBUTE.exec(text)) {
      end = ATTRIBUTE.lastIndex;
      const content = unescaped(found[2] ?? found[3] ?? '');
      if (found[1]?.toLowerCase() === 'name') {
        name = content;
      } else {
        value = content;
      }
    }
    if (name !== '') {
      element(name, value);
    }
    start = text.indexOf(START, end);
  }
}

function unescaped(text: string): string {
  return text.includes('&')
    ? text.replace(ENTITY, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
        const code = Number(decimal ?? `0x${hexadecimal ?? 0}`);
        const character = code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
        return name === undefined ? character : (CHARACTERS[name.toLowerCase()] ?? whole);
      })
    : text;
}
