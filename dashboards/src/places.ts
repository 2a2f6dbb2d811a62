/** The folder of this package, as seen from where its compiled sources lie: target/src. */
const home = new URL('../../', import.meta.url);

export const grafana = new URL('grafana/', home);
export const rulesFile = new URL('provisioning/alerting/rules.yaml', grafana);
export const runbooks = new URL('runbooks/', home);
export const dashboards = new URL('dashboards/', grafana);
