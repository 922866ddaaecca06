import { connectorLabel, ENGLISH_WORDING } from '../report/wording';
import type { Impact } from './impact';

/** An impact for programs. */
export function impactJson({ connectors, ...impact }: Impact): object {
  return {
    version: 1,
    ...impact,
    connectors: connectors.map((connector) => ({ label: connectorLabel(ENGLISH_WORDING, connector), ...connector })),
  };
}
