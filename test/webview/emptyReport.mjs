// A report of nothing, for samples to start from. Its type is in emptyReport.d.mts: benches and previews run without a build.
export const EMPTY_REPORT = {
  period: null,
  files: [],
  connectors: [],
  internal: 0,
  shared: 0,
  insights: [],
  mutedInsights: [],
  hostChanges: [],
  silentRules: [],
  tlsReports: [],
  clientSubmission: null,
  missingTlsMeansNone: false,
};
