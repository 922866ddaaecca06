import { EXPORT_ORIGINS, kindsFrom, mainlyTold } from '../../src/core/model/exportKind';
import { usePage } from '../pageContext';

/** The exports that are understood, by where they come from, each with what it is good for. */
export function UnderstoodExports() {
  const { strings } = usePage();
  return (
    <div class="understood">
      <p>{strings['exports.heading']}</p>
      <div class="understood-groups">
        {EXPORT_ORIGINS.map((origin) => (
          <div key={origin} data-origin={origin}>
            <p class="group-name" id={`origin-${origin}`}>
              {strings[`origin.${origin}`]}
            </p>
            <ul class="plain" aria-labelledby={`origin-${origin}`}>
              {kindsFrom(origin).map((kind) => (
                <li key={kind} data-format={kind}>
                  {strings[`format.${kind}`]} <span class="muted">({strings[`mainly.${mainlyTold(kind)}`]})</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p>{strings['exports.mapped']}</p>
    </div>
  );
}
