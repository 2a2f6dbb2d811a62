import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inputs, rules } from '../src/alerting/rules.js';
import { rulesYaml } from '../src/alerting/yaml.js';
import { jobs } from '../src/jobs.js';
import { grafana, rulesFile, runbooks } from '../src/places.js';
import { checkAlerting, readAlerting, type Alerting } from './contract/alerting.js';
import type { Json } from './contract/finding.js';

test('the alerting of Grafana meets its contract', () => {
  assert.deepEqual(checkAlerting(readAlerting()).lines(), []);
});

test('writing the rules again changes nothing', () => {
  assert.equal(readFileSync(rulesFile, 'utf8'), rulesYaml());
});

test('every runbook belongs to a rule', () => {
  assert.deepEqual(readdirSync(runbooks).sort(), rules.map(({ uid }) => `${uid}.md`).sort());
});

test('refused records are looked for in every topic that is handed in', () => {
  const topics = readFileSync(new URL('../../pipelines/jobs/src/main/java/dev/pennant/jobs/kafka/Topics.java', grafana), 'utf8');
  assert.deepEqual([...inputs], [...topics.matchAll(/Topic\.input\w+\("([^"]+)"\)/g)].map(([, name]) => name));
});

test('every job is watched, by the name that it has in Flink', () => {
  const folder = new URL('../../pipelines/jobs/src/main/java/dev/pennant/jobs/', grafana);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(Pipeline|Job)\.java$/.test(file))
    .flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:String JOB = |new Job\()"([^"]+)"/g)])
    .map(([, name]) => name);
  assert.deepEqual(jobs.map(({ id }): string => id).sort(), names.sort());
});

const rule = ({ rules: { groups } }: Alerting): Json => groups[0].rules[0];

const mutations: { mistake: string; rule: string; make: (alerting: Alerting) => void }[] = [
  { mistake: 'a range from zero', rule: 'range', make: (a) => (rule(a).data[0].relativeTimeRange.from = 0) },
  { mistake: 'a query of series', rule: 'format', make: (a) => (rule(a).data[0].model.format = 0) },
  { mistake: 'a variable of a board', rule: 'variable', make: (a) => (rule(a).data[0].model.rawSql += " WHERE unit = '${unit}'") },
  { mistake: 'no hysteresis', rule: 'hysteresis', make: (a) => delete rule(a).data[2].model.conditions[0].unloadEvaluator },
  { mistake: 'a condition that is not there', rule: 'condition', make: (a) => (rule(a).condition = 'D') },
  { mistake: 'an expression on nothing', rule: 'expression', make: (a) => (rule(a).data[1].model.expression = 'Z') },
  { mistake: 'a runbook that nobody wrote', rule: 'runbook', make: (a) => (rule(a).annotations.runbook_url = 'nothing.md') },
  { mistake: 'a dollar in a label', rule: 'environment', make: (a) => (rule(a).labels.unit = '$labels.unit') },
  { mistake: 'errors that nobody thought of', rule: 'error', make: (a) => delete rule(a).execErrState },
  { mistake: 'a panel that is not there', rule: 'board', make: (a) => (rule(a).panelId = 77) },
  { mistake: 'a uid twice', rule: 'uid', make: (a) => a.rules.groups[1].rules.push(rule(a)) },
  { mistake: 'an address in the file', rule: 'environment', make: (a) => (a.contactPoints.contactPoints[0].receivers[0].settings.url = 'https://example') },
  { mistake: 'a template that is not there', rule: 'template', make: (a) => (a.contactPoints.contactPoints[0].receivers[0].settings.title = '{{ template "pennant.name" . }}') },
  { mistake: 'a contact point that is not there', rule: 'route', make: (a) => (a.policies.policies[0].routes[0].receiver = '领导') },
  { mistake: 'a time that is not there', rule: 'mute', make: (a) => (a.policies.policies[0].routes[1].mute_time_intervals = ['假日']) },
  { mistake: 'a time in another zone', rule: 'zone', make: (a) => (a.muteTimings.muteTimes[0].time_intervals[0].location = 'UTC') },
];

test('every mistake that the alerting could be given is seen', async (t) => {
  for (const { mistake, rule: expected, make } of mutations) {
    await t.test(mistake, () => {
      const alerting = readAlerting();
      make(alerting);
      assert.ok(checkAlerting(alerting).all.some((finding) => finding.rule === expected), `no finding of the rule “${expected}”`);
    });
  }
});
