/**
 * The part of SARIF 2.1.0 (Static Analysis Results Interchange Format, OASIS) that reports are written in. Properties have the
 * standard's names; what they mean is said there, in the sections named here.
 */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

/** 3.14 */
export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly automationDetails: { readonly id: string; readonly description: SarifMessage };
  readonly invocations: readonly SarifInvocation[];
  readonly originalUriBaseIds?: Readonly<Record<string, { readonly uri: string }>>;
  readonly artifacts: readonly SarifArtifact[];
  readonly results: readonly SarifResult[];
  readonly columnKind: 'utf16CodeUnits';
  readonly language: 'en';
  readonly properties: Readonly<Record<string, unknown>>;
}

/** 3.19 */
export interface SarifDriver {
  readonly name: string;
  readonly version: string;
  readonly semanticVersion: string;
  readonly rules: readonly SarifRule[];
}

/** 3.49 */
export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: SarifMessage;
  readonly fullDescription: SarifMessage;
  readonly help: SarifMessage & { readonly markdown: string };
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties: Readonly<Record<string, unknown>>;
}

/** 3.27.10 */
export type SarifLevel = 'warning' | 'note';

export interface SarifMessage {
  readonly text: string;
}

/** 3.20 */
export interface SarifInvocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly SarifNotification[];
}

/** 3.58 */
export interface SarifNotification {
  readonly descriptor: { readonly id: string };
  readonly level: 'warning';
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
}

/** 3.24 */
export interface SarifArtifact {
  readonly location: SarifArtifactLocation;
  /** Of a file in a container: the position of that one. */
  readonly parentIndex?: number;
  readonly roles?: readonly 'analysisTarget'[];
  readonly encoding?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** 3.4 */
export interface SarifArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
  /** Of the artifact. */
  readonly index?: number;
}

/** 3.28 */
export interface SarifLocation {
  readonly id?: number;
  readonly message?: SarifMessage;
  readonly physicalLocation: {
    readonly artifactLocation: SarifArtifactLocation;
    readonly region?: { readonly startLine: number };
  };
  readonly logicalLocations?: readonly { readonly name: string; readonly kind: 'resource' }[];
}

/** 3.27 */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly occurrenceCount: number;
  readonly baselineState?: 'new' | 'unchanged' | 'updated';
  readonly suppressions?: readonly { readonly kind: 'external'; readonly justification: string }[];
  readonly properties: Readonly<Record<string, unknown>>;
}
