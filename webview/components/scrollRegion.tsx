import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useHiddenSides } from './useHiddenSides';

interface ScrollRegionProps {
  readonly class: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** What may be wider or higher than its place; reached and scrolled by keyboard too. */
export function ScrollRegion({ class: name, label, children }: ScrollRegionProps) {
  const scroller = useRef<HTMLDivElement>(null);
  useHiddenSides(scroller);
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    // biome-ignore-start lint/a11y/useSemanticElements: a fieldset has a border in its content, and a section is a landmark
    <div class="scroll-frame">
      <div role="group" class={`scroller ${name}`} tabIndex={0} aria-label={label} ref={scroller}>
        {children}
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: end
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: end
  );
}
