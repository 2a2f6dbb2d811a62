import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files } from '../src/boards/all.js';
import { check } from './contract/board.js';
import type { Json } from './contract/finding.js';

/** One mistake a board could be given, the rule that has to see it, and the board it is made in. */
interface Mutation {
  readonly mistake: string;
  readonly rule: string;
  readonly board?: string;
  readonly make: (board: Json) => void;
}

const panel = (board: Json, type: string): Json => board.panels.find((each: Json) => each.type === type);
const query = (board: Json): Json => panel(board, 'table').targets[0];
const variable = (board: Json, name: string): Json => board.templating.list.find((each: Json) => each.name === name);

const mutations: Mutation[] = [
  { mistake: 'an export of another Grafana', rule: 'exported', make: (b) => (b.__inputs = []) },
  { mistake: 'a number for a board', rule: 'exported', make: (b) => (b.id = 7) },
  { mistake: 'version 2', rule: 'v2', make: (b) => (b.elements = {}) },
  { mistake: 'another schema version', rule: 'schemaVersion', make: (b) => (b.schemaVersion = 39) },
  { mistake: 'a board that can be edited', rule: 'editable', make: (b) => (b.editable = true) },
  { mistake: 'another time zone', rule: 'timezone', make: (b) => (b.timezone = 'browser') },
  { mistake: 'a uid with a space', rule: 'uid', make: (b) => (b.uid = 'pennant overview') },
  { mistake: 'no place in the playlist', rule: 'order', make: (b) => (b.tags = ['pennant', 'wall']) },
  { mistake: 'a property that boards do not have', rule: 'schema', make: (b) => (b.colour = 'dark') },
  { mistake: 'a number given twice', rule: 'id', make: (b) => (b.panels[2].id = b.panels[1].id) },
  { mistake: 'a panel without a number', rule: 'id', make: (b) => delete b.panels[2].id },
  { mistake: 'a width as text', rule: 'schema', make: (b) => (b.panels[2].gridPos.w = '6') },
  { mistake: 'a panel beyond the right edge', rule: 'grid', make: (b) => (b.panels[4].gridPos.x = 20) },
  { mistake: 'two panels over each other', rule: 'overlap', make: (b) => (b.panels[2].gridPos.x = 3) },
  { mistake: 'a type that nobody draws', rule: 'type', make: (b) => (b.panels[2].type = 'heatmap') },
  { mistake: 'an option that is not one', rule: 'options', make: (b) => (panel(b, 'stat').options.colourMode = 'value') },
  { mistake: 'an option of another word', rule: 'options', make: (b) => (panel(b, 'stat').options.colorMode = 'backgroud') },
  { mistake: 'a field option that is not one', rule: 'custom', make: (b) => (panel(b, 'table').fieldConfig.defaults.custom.filterble = true) },
  { mistake: 'a property that is not one', rule: 'property', make: (b) => (panel(b, 'table').fieldConfig.overrides[0].properties[0].id = 'units') },
  { mistake: 'a custom property that is not one', rule: 'property', make: (b) => panel(b, 'table').fieldConfig.overrides[0].properties.push({ id: 'custom.cellOption', value: {} }) },
  { mistake: 'a matcher that is not one', rule: 'matcher', make: (b) => (panel(b, 'table').fieldConfig.overrides[0].matcher.id = 'byTitle') },
  { mistake: 'a unit that is not one', rule: 'unit', make: (b) => (panel(b, 'stat').fieldConfig.defaults.unit = 'currencyCNY') },
  { mistake: 'decimals below zero', rule: 'decimals', make: (b) => (panel(b, 'stat').fieldConfig.defaults.decimals = -1) },
  { mistake: 'a colour that is not one', rule: 'colour', make: (b) => (panel(b, 'stat').fieldConfig.defaults.color.fixedColor = 'reddish') },
  { mistake: 'a mode of colours that is not one', rule: 'colour', make: (b) => (panel(b, 'stat').fieldConfig.defaults.color.mode = 'threshold') },
  { mistake: 'thresholds out of order', rule: 'thresholds', board: 'pennant-ten-indicators', make: (b) => (panel(b, 'table').fieldConfig.overrides.flatMap((o: Json) => o.properties).find((p: Json) => p.id === 'thresholds').value.steps[3].value = 1) },
  { mistake: 'thresholds without a floor', rule: 'thresholds', make: (b) => (panel(b, 'stat').fieldConfig.defaults.thresholds.steps[0].value = 1) },
  { mistake: 'a mapping that is no pattern', rule: 'mapping', make: (b) => (panel(b, 'table').fieldConfig.overrides.flatMap((o: Json) => o.properties).find((p: Json) => p.id === 'mappings').value[0].options.pattern = '/[/') },
  { mistake: 'a transformation that is not one', rule: 'transformation', make: (b) => (panel(b, 'table').transformations = [{ id: 'organise', options: {} }]) },
  { mistake: 'a panel that explains nothing', rule: 'description', make: (b) => (panel(b, 'table').description = '') },
  { mistake: 'a panel that asks nothing', rule: 'target', make: (b) => (panel(b, 'table').targets = []) },
  { mistake: 'two queries of one name', rule: 'target', make: (b) => panel(b, 'table').targets.push(query(b)) },
  { mistake: 'another data source', rule: 'datasource', make: (b) => (query(b).datasource = { type: 'mysql', uid: 'PBFA9' }) },
  { mistake: 'a query for an older plugin', rule: 'plugin', make: (b) => delete query(b).pluginVersion },
  { mistake: 'a query of the builder', rule: 'editor', make: (b) => (query(b).editorType = 'builder') },
  { mistake: 'a series asked as a table', rule: 'format', make: (b) => (query(b).format = 0) },
  { mistake: 'an empty query', rule: 'sql', make: (b) => (query(b).rawSql = ' ') },
  { mistake: 'a semicolon', rule: 'sql', make: (b) => (query(b).rawSql += ';') },
  { mistake: 'a format of its own', rule: 'sql', make: (b) => (query(b).rawSql += ' FORMAT JSON') },
  { mistake: 'a macro in small letters', rule: 'macro', make: (b) => (query(b).rawSql += ' AND $__timefilter(since)') },
  { mistake: 'a macro that alerts do not know', rule: 'macro', make: (b) => (query(b).rawSql += ' AND $__conditionalAll(unit, $unit)') },
  { mistake: 'a variable that is not there', rule: 'reference', make: (b) => (query(b).rawSql += " AND unit = ${town:singlequote}") },
  { mistake: 'a variable without quotes', rule: 'quoting', make: (b) => (query(b).rawSql += ' AND unit = ${unit}') },
  { mistake: 'a variable before it is known', rule: 'reference', make: (b) => b.templating.list.unshift(b.templating.list.pop()) && (b.templating.list[0].query = 'SELECT ${unit:singlequote}') },
  { mistake: 'a title with a variable that is not there', rule: 'reference', make: (b) => (b.panels[1].title = '${age_of_nothing}') },
  { mistake: 'a variable twice', rule: 'variable', make: (b) => b.templating.list.push(variable(b, 'unit')) },
  { mistake: 'units of figures that the board does not show', rule: 'units', board: 'pennant-retail', make: (b) => (variable(b, 'unit').query = variable(b, 'unit').query.replace(/IN \('.*'\)/, "IN ('service-revenue')")) },
  { mistake: 'an age of nothing', rule: 'none', make: (b) => (variable(b, 'age_alerts').query = variable(b, 'age_alerts').query.replace('count() = 0', 'false')) },
  { mistake: 'a variable that is asked once', rule: 'refresh', make: (b) => (variable(b, 'unit').refresh = 1) },
  { mistake: 'a wall with a row', rule: 'row', make: (b) => b.panels.push({ id: 99, type: 'row', title: 'row', panels: [], gridPos: { x: 0, y: 27, w: 24, h: 1 } }) },
  { mistake: 'a wall that is too tall', rule: 'rows', make: (b) => (b.panels.at(-1).gridPos.h += 2) },
  { mistake: 'a wall that is crowded', rule: 'crowded', make: (b) => b.panels.push({ ...b.panels.at(-1), id: 98 }) },
  { mistake: 'a wall that hides that its data are made up', rule: 'provenance', make: (b) => (b.panels[0].options.content = b.panels[0].options.content.replace('${provenance}', '')) },
  { mistake: 'a wall that does not say how far its data go', rule: 'as-of', make: (b) => (b.panels[0].options.content = b.panels[0].options.content.replace('${as_of}', '')) },
  { mistake: 'a wall that stands still', rule: 'live', make: (b) => (b.refresh = '') },
  { mistake: 'a tile without its period', rule: 'period', make: (b) => (panel(b, 'table').title = '对比 · ${age_alerts}') },
  { mistake: 'a tile without its age', rule: 'age', make: (b) => (panel(b, 'table').title = '对比 · 各期') },
  { mistake: 'a tile without its coverage', rule: 'coverage', board: 'pennant-retail', make: (b) => (panel(b, 'barchart').title = '逐时流水 · ${day_label} · ${age_county}') },
  { mistake: 'a chart that hides days of refunds', rule: 'signed', board: 'pennant-retail', make: (b) => (panel(b, 'barchart').fieldConfig.defaults.min = 0) },
  { mistake: 'a short dash between months', rule: 'dash', make: (b) => (panel(b, 'table').title = '1-10月 · ${age_alerts}') },
  { mistake: 'more rows than fit', rule: 'fits', board: 'pennant-alerts', make: (b) => (query(b).rawSql = query(b).rawSql.replace(/LIMIT \d+$/, 'LIMIT 40')) },
  { mistake: 'two columns without a width', rule: 'width', make: (b) => (panel(b, 'table').fieldConfig.overrides[0].properties = panel(b, 'table').fieldConfig.overrides[0].properties.filter((p: Json) => p.id !== 'custom.width')) },
  { mistake: 'figures too small for a wall', rule: 'size', make: (b) => (panel(b, 'stat').options.text.valueSize = 14) },
];

const boards = new Map([...files().values()].map((board) => [board.uid, JSON.stringify(board)]));

test('every mistake that a board could be given is seen', async (t) => {
  assert.ok(mutations.length >= 30);
  for (const { mistake, rule, board = 'pennant-overview', make } of mutations) {
    await t.test(mistake, () => {
      const mutated = JSON.parse(boards.get(board) ?? '') as Json;
      make(mutated);
      assert.ok(
        check(mutated).all.some((finding) => finding.rule === rule),
        `no finding of the rule “${rule}”`,
      );
    });
  }
});
