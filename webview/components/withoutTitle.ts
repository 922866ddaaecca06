/** The sentence says its title first, which stands over it here; what it adds to that in brackets begins the rest. */
export function withoutTitle(message: string, title: string): string {
  return message.startsWith(title)
    ? message
        .slice(title.length)
        .replace(/^[\s:]+/, '')
        .replace(/^\(([^()]*)\):/, '$1:')
    : message;
}
