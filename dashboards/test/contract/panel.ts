import type { Findings, Json } from './finding.js';
import { isColour, isColourMode, isMatcher, isTransformation, isUnit } from './grafana-data.js';
import { complaints, isPanel, panelTypes, type PanelType } from './schema.js';

/** Properties that fields of every type of panel have. */
const standard = new Set(
  'displayName unit decimals min max color mappings thresholds links noValue description filterable fieldMinMax actions custom'.split(
    ' ',
  ),
);

export const checkPanel = (panel: Json, where: string, findings: Findings): void => {
  for (const line of complaints(isPanel, panel)) findings.add('schema', where, line);
  const { x, y, w, h } = panel.gridPos ?? {};
  findings.require([x, y, w, h].every(Number.isInteger) && w > 0 && h > 0 && x >= 0 && y >= 0 && x + w <= 24, 'grid', where, 'lies outside of 24 columns');
  const type = panelTypes.get(panel.type);
  if (!type) {
    findings.add('type', where, `is of a type that the built-in wall does not draw`);
    return;
  }
  for (const line of complaints(type.isOptions, panel.options ?? {})) findings.add('options', where, line);
  if (panel.type === 'text') return;
  findings.require((panel.description ?? '') !== '', 'description', where, 'says nowhere what its figures mean');
  const defaults: Json = panel.fieldConfig?.defaults ?? {};
  if (type.isCustom) for (const line of complaints(type.isCustom, defaults.custom ?? {})) findings.add('custom', where, line);
  checkProperties(Object.entries(defaults), type, where, findings);
  for (const { matcher, properties } of panel.fieldConfig?.overrides ?? []) {
    const of = `${where}, field ${matcher?.options}`;
    findings.require(isMatcher(matcher?.id), 'matcher', of, `no matcher is called ${matcher?.id}`);
    checkProperties(
      (properties ?? []).map(({ id, value }: Json) => [id, value]),
      type,
      of,
      findings,
    );
  }
  for (const { id } of panel.transformations ?? []) {
    findings.require(isTransformation(id), 'transformation', where, `no transformation is called ${id}`);
  }
};

const checkProperties = (properties: [string, Json][], type: PanelType, where: string, findings: Findings): void => {
  for (const [id, value] of properties) {
    const custom = /^custom\.(\w+)/.exec(id)?.[1];
    findings.require(standard.has(id) || (custom !== undefined && type.customProperties.has(custom)), 'property', where, `no property is called ${id}`);
    if (id === 'unit') findings.require(isUnit(value), 'unit', where, `no unit is called ${value}`);
    if (id === 'decimals') findings.require(Number.isInteger(value) && value >= 0, 'decimals', where, `${value} is no number of decimals`);
    if (id === 'color') {
      findings.require(isColourMode(value?.mode), 'colour', where, `no mode of colours is called ${value?.mode}`);
      if (value?.mode === 'fixed') findings.require(isColour(value.fixedColor), 'colour', where, `${value.fixedColor} is no colour`);
    }
    if (id === 'thresholds') checkThresholds(value, where, findings);
    if (id === 'mappings') checkMappings(value, where, findings);
  }
};

const checkThresholds = (thresholds: Json, where: string, findings: Findings): void => {
  const steps: Json[] = thresholds?.steps ?? [];
  findings.require(steps.length > 0 && steps[0].value === null, 'thresholds', where, 'the first step has to be that of everything below');
  steps.forEach((step, index) => {
    findings.require(isColour(step.color), 'colour', where, `${step.color} is no colour`);
    if (index > 1) findings.require(step.value > steps[index - 1].value, 'thresholds', where, `the step at ${step.value} is out of order`);
  });
};

const checkMappings = (mappings: Json[], where: string, findings: Findings): void => {
  for (const { type, options } of mappings) {
    const results: Json[] = type === 'regex' ? [options?.result] : Object.values(options ?? {});
    for (const result of results) {
      if (result?.color !== undefined) findings.require(isColour(result.color), 'colour', where, `${result.color} is no colour`);
    }
    if (type === 'regex') findings.require(isPattern(options?.pattern), 'mapping', where, `${options?.pattern} is no pattern`);
  }
};

const isPattern = (text: string): boolean => {
  try {
    return /^\/.*\/$/.test(text) && new RegExp(text.slice(1, -1)) instanceof RegExp;
  } catch {
    return false;
  }
};
