import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { files } from '../../src/boards/all.js';
import { grafana, runbooks } from '../../src/places.js';
import { Findings, type Json } from './finding.js';

/** The provisioning files of Grafana's alerting; a malformed one keeps Grafana from starting. */
export interface Alerting {
  rules: Json;
  contactPoints: Json;
  policies: Json;
  muteTimings: Json;
  templates: Json;
}

const file = (name: string): Json => parse(readFileSync(new URL(`provisioning/alerting/${name}.yaml`, grafana), 'utf8'));

export const readAlerting = (): Alerting => ({
  rules: file('rules'),
  contactPoints: file('contact-points'),
  policies: file('policies'),
  muteTimings: file('mute-timings'),
  templates: file('templates'),
});

const states = new Set(['OK', 'NoData', 'Alerting', 'KeepLast']);
const errorStates = new Set(['OK', 'Error', 'Alerting', 'KeepLast']);
const receivers = new Set(['wecom', 'dingding', 'webhook', 'email']);
const duration = /^\d+[smh]$/;

export const checkAlerting = (alerting: Alerting): Findings => {
  const findings = new Findings();
  const uids = new Set<string>();
  for (const group of alerting.rules.groups ?? []) {
    findings.require(duration.test(group.interval ?? ''), 'interval', group.name, 'is evaluated at no interval');
    for (const rule of group.rules ?? []) {
      findings.require(!uids.has(rule.uid), 'uid', rule.uid, 'is there twice');
      uids.add(rule.uid);
      checkRule(rule, findings);
    }
  }
  checkReceivers(alerting, findings);
  checkPolicies(alerting, findings);
  return findings;
};

const checkRule = (rule: Json, findings: Findings): void => {
  const where = `rule ${rule.uid}`;
  findings.require(/^[a-z0-9-]{1,40}$/.test(rule.uid ?? ''), 'uid', where, 'has no uid that holds');
  findings.require(duration.test(rule.for ?? ''), 'for', where, 'does not say how long it waits');
  findings.require(states.has(rule.noDataState), 'no-data', where, `no data is ${rule.noDataState}`);
  findings.require(errorStates.has(rule.execErrState), 'error', where, `an error is ${rule.execErrState}`);
  findings.require((rule.annotations?.summary ?? '') !== '', 'summary', where, 'says nothing to who is told');
  const runbook = /([\w-]+\.md)$/.exec(rule.annotations?.runbook_url ?? '')?.[1];
  findings.require(runbook !== undefined && existsSync(new URL(runbook, runbooks)), 'runbook', where, 'links no runbook');
  for (const value of Object.values(rule.labels ?? {})) {
    findings.require(!/(^|[^$])\$(?!\{PENNANT_[A-Z_]+\}|\$)/.test(String(value)), 'environment', where, `${String(value)} would be taken from the environment`);
  }
  const data: Json[] = rule.data ?? [];
  const [query, ...expressions] = data;
  findings.require(query?.datasourceUid === 'pennant-clickhouse', 'datasource', where, 'asks another data source');
  findings.require(query?.relativeTimeRange?.from > 0, 'range', where, 'a range from 0 is refused');
  findings.require(query?.model?.format === 1, 'format', where, 'its query has to be a table');
  findings.require(/^\s*(SELECT|WITH)\b/.test(query?.model?.rawSql ?? ''), 'sql', where, 'has no query');
  findings.require(!/\$\{?(?!__)\w/.test(query?.model?.rawSql ?? ''), 'variable', where, 'a rule knows no variables of boards');
  findings.require(expressions.some(({ refId }) => refId === rule.condition), 'condition', where, 'its condition is not there');
  const known = new Set([query?.refId]);
  for (const { refId, model } of expressions) {
    findings.require(known.has(model?.expression), 'expression', where, `${refId} rests on ${model?.expression}`);
    known.add(refId);
    for (const { evaluator, unloadEvaluator } of model?.conditions ?? []) {
      findings.require(unloadEvaluator !== undefined && unloadEvaluator.params[0] <= evaluator.params[0] + 1, 'hysteresis', where, 'does not say when it is over');
    }
  }
  if (rule.dashboardUid !== undefined) {
    const board = files().get(`${rule.dashboardUid}.json`);
    findings.require(board?.panels?.some((panel) => (panel as { id?: number }).id === rule.panelId) === true, 'board', where, 'shows a panel that is not there');
  }
};

const checkReceivers = ({ contactPoints, templates }: Alerting, findings: Findings): void => {
  const defined: string = (templates.templates ?? []).map(({ template }: Json) => template).join('');
  const uids = new Set<string>();
  for (const { name, receivers: list } of contactPoints.contactPoints ?? []) {
    for (const { uid, type, settings } of list ?? []) {
      const where = `contact point ${name}, ${uid}`;
      findings.require(!uids.has(uid), 'uid', where, 'is there twice');
      uids.add(uid);
      findings.require(receivers.has(type), 'receiver', where, `nothing is sent by ${type}`);
      const text = JSON.stringify(settings ?? {});
      findings.require(/\$\{PENNANT_\w+\}/.test(text), 'environment', where, 'has its address in the file');
      findings.require(!/https?:/.test(text), 'environment', where, 'has its address in the file');
      for (const [, template] of text.matchAll(/template \\"([\w.]+)\\"/g)) {
        findings.require(defined.includes(`define "${template}"`), 'template', where, `no template is called ${template}`);
      }
    }
  }
};

const checkPolicies = ({ contactPoints, policies, muteTimings }: Alerting, findings: Findings): void => {
  const points = new Set((contactPoints.contactPoints ?? []).map(({ name }: Json) => name));
  const mutes = new Set((muteTimings.muteTimes ?? []).map(({ name }: Json) => name));
  for (const { name, time_intervals } of muteTimings.muteTimes ?? []) {
    for (const { location } of time_intervals ?? []) findings.require(location === 'Asia/Shanghai', 'zone', name, 'is in another time zone');
  }
  const visit = (route: Json, root: boolean): void => {
    findings.require(points.has(route.receiver), 'route', 'policies', `no contact point is called ${route.receiver}`);
    if (root) findings.require(route.object_matchers === undefined, 'route', 'policies', 'the root cannot match');
    else findings.require((route.object_matchers ?? []).length > 0, 'route', 'policies', 'a route matches everything');
    for (const mute of route.mute_time_intervals ?? []) findings.require(mutes.has(mute), 'mute', 'policies', `no time is called ${mute}`);
    for (const child of route.routes ?? []) visit(child, false);
  };
  findings.require((policies.policies ?? []).length === 1, 'route', 'policies', 'there is one tree');
  for (const root of policies.policies ?? []) visit(root, true);
};
