import { Findings, type Json } from './finding.js';
import { checkPanel } from './panel.js';
import { complaints, isDashboard, isVariable } from './schema.js';
import { checkTitles } from './titles.js';
import { checkWall } from './wall.js';
import { checkReferences } from './queries.js';

const orders = /^order-\d+$/;

/** Everything that can be known of a board without a database and without Grafana. */
export const check = (board: Json): Findings => {
  const findings = new Findings();
  checkDocument(board, findings);
  checkVariables(board, findings);
  const panels: Json[] = board.panels ?? [];
  const ids = new Set<number>();
  for (const panel of panels) {
    const where = `panel ${panel.id} (${panel.type})`;
    findings.require(Number.isInteger(panel.id) && panel.id > 0, 'id', where, 'has no number');
    findings.require(!ids.has(panel.id), 'id', where, 'has the number of another');
    ids.add(panel.id);
    checkPanel(panel, where, findings);
  }
  checkOverlap(panels, findings);
  checkReferences(board, findings);
  checkTitles(board, findings);
  if (board.tags?.some((tag: string) => /^wall(-|$)/.test(tag))) checkWall(board, findings);
  return findings;
};

const checkDocument = (board: Json, findings: Findings): void => {
  for (const line of complaints(isDashboard, { ...board, panels: [] })) findings.add('schema', '/', line);
  for (const key of ['elements', 'layout', 'apiVersion', 'kind', 'spec']) {
    findings.require(!(key in board), 'v2', key, 'a board of version 2 is refused from a file');
  }
  for (const key of ['__inputs', '__requires', '__elements', 'id']) {
    findings.require(!(key in board), 'exported', key, 'belongs to an export, not to a provisioned file');
  }
  findings.require(/^[A-Za-z0-9_-]{1,40}$/.test(board.uid ?? ''), 'uid', 'uid', 'has to be 1 to 40 letters, digits, - and _');
  findings.require(board.schemaVersion === 42, 'schemaVersion', 'schemaVersion', 'has to be 42');
  findings.require(board.editable === false, 'editable', 'editable', 'a provisioned board cannot be saved');
  findings.require(board.timezone === 'Asia/Shanghai', 'timezone', 'timezone', 'has to be that of the figures');
  findings.require((board.title ?? '') !== '', 'title', 'title', 'is missing');
  findings.require(board.tags?.filter((tag: string) => orders.test(tag)).length === 1, 'order', 'tags', 'say no place, or two');
};

const checkVariables = (board: Json, findings: Findings): void => {
  const names = new Set<string>();
  for (const variable of board.templating?.list ?? []) {
    const where = `variable ${variable.name}`;
    for (const line of complaints(isVariable, variable)) findings.add('schema', where, line);
    findings.require(!names.has(variable.name), 'variable', where, 'is there twice');
    names.add(variable.name);
    if (variable.type === 'query') {
      findings.require(variable.refresh === 2, 'refresh', where, 'has to be asked anew with the board');
      findings.require(variable.datasource?.uid === 'pennant-clickhouse', 'datasource', where, 'asks another data source');
      findings.require(typeof variable.query === 'string' && variable.query !== '', 'variable', where, 'has no query');
    }
    if (variable.hide === 0) findings.require((variable.label ?? '') !== '', 'variable', where, 'has no label');
  }
};

const checkOverlap = (panels: Json[], findings: Findings): void => {
  panels.forEach((a, index) =>
    panels.slice(index + 1).forEach((b) => {
      const [p, q] = [a.gridPos ?? {}, b.gridPos ?? {}];
      const apart = p.x + p.w <= q.x || q.x + q.w <= p.x || p.y + p.h <= q.y || q.y + q.h <= p.y;
      findings.require(apart, 'overlap', `panels ${a.id} and ${b.id}`, 'lie over each other');
    }),
  );
};
