import type { Findings, Json } from './finding.js';

/** Macros that the back end of the plugin expands, so that they hold in alert rules as well. */
const macros = new Set(
  (
    'timeFilter timeFilter_ms dateFilter dateTimeFilter dt timeFrom timeTo timeGroup fromTime toTime fromTime_ms toTime_ms ' +
    'interval_s timeInterval timeInterval_ms'
  ).split(' '),
);

/** Variables that Grafana itself gives to a title or a query. */
const builtIn = new Set(['__from', '__to', '__interval', '__interval_ms', '__field', '__data', '__value', '__series']);

const references = /\$\{(\w+)(?:[.:]([\w.]+))?\}|\$(?!__)([A-Za-z]\w*)/g;

/** The latest of a column of times, and what asks whether there is any. */
const latest = /\bmax\((updated_at|hour)\)/;
const none = /\bcount\(\) (= 0|> 0)/;

/** Every query and text speaks only of macros and variables that there are, and of those that come before it. */
export const checkReferences = (board: Json, findings: Findings): void => {
  const known = new Set<string>();
  for (const variable of board.templating?.list ?? []) {
    if (variable.type === 'query') {
      checkSql(variable.query ?? '', `variable ${variable.name}`, known, findings);
      findings.require(!latest.test(variable.query) || none.test(variable.query), 'none', `variable ${variable.name}`, 'takes the latest of no rows for 1970');
    }
    known.add(variable.name);
  }
  checkUnits(board, findings);
  for (const panel of board.panels ?? []) {
    const where = `panel ${panel.id} (${panel.type})`;
    if (panel.type !== 'text') findings.require((panel.targets ?? []).length > 0, 'target', where, 'asks nothing');
    const refIds = new Set<string>();
    for (const target of panel.targets ?? []) {
      checkTarget(target, `${where}, query ${target.refId}`, findings);
      findings.require(!refIds.has(target.refId), 'target', where, `has two queries called ${target.refId}`);
      refIds.add(target.refId);
      checkSql(target.rawSql ?? '', `${where}, query ${target.refId}`, known, findings);
    }
    checkTexts(panel, where, known, findings);
  }
};

/** Whoever can be chosen has something of what the board shows. */
const checkUnits = (board: Json, findings: Findings): void => {
  const units: string = board.templating?.list?.find(({ name }: Json) => name === 'unit')?.query ?? '';
  const named = [...units.matchAll(/'([a-z][\w-]+)'/g)].map(([quoted]) => quoted);
  const shown = (board.panels ?? []).flatMap(({ targets }: Json) => targets ?? []).map(({ rawSql }: Json) => rawSql).join(' ');
  findings.require(named.length === 0 || named.some((each) => shown.includes(each)), 'units', 'variable unit', `lists units by ${named.join(', ')}, of which the board shows nothing`);
};

const checkTarget = (target: Json, where: string, findings: Findings): void => {
  const { uid, type } = target.datasource ?? {};
  findings.require(uid === 'pennant-clickhouse' && type === 'grafana-clickhouse-datasource', 'datasource', where, `asks the data source ${uid}`);
  findings.require(target.editorType === 'sql', 'editor', where, 'editorType has to be sql');
  findings.require(/^4\./.test(target.pluginVersion ?? ''), 'plugin', where, 'without a pluginVersion of 4 the editor takes it for version 3');
  findings.require(
    (target.format === 1 && target.queryType === 'table') || (target.format === 0 && target.queryType === 'timeseries'),
    'format',
    where,
    `format ${target.format} does not go with ${target.queryType}`,
  );
};

const checkSql = (sql: string, where: string, known: ReadonlySet<string>, findings: Findings): void => {
  findings.require(sql.trim() !== '', 'sql', where, 'is empty');
  findings.require(!/;\s*$/.test(sql), 'sql', where, 'ends with a semicolon');
  findings.require(!/\bFORMAT\s+\w+\s*$/i.test(sql), 'sql', where, 'chooses its own format');
  findings.require(!/\bSELECT\s+\*\s+FROM\s+pennant\.\w+\s*$/i.test(sql), 'sql', where, 'takes whatever columns there are');
  for (const [text, name] of sql.matchAll(/\$__(\w+)/g)) {
    findings.require(macros.has(name ?? ''), 'macro', where, `no macro is called ${text}`);
  }
  for (const [text, braced, format, bare] of sql.matchAll(references)) {
    const name = braced ?? bare ?? '';
    if (name.startsWith('__')) continue;
    findings.require(known.has(name), 'reference', where, `${text} is not known there`);
    findings.require(format === 'singlequote', 'quoting', where, `${text} is not quoted`);
  }
};

const checkTexts = (panel: Json, where: string, known: ReadonlySet<string>, findings: Findings): void => {
  const { targets: _, ...rest } = panel;
  for (const [text, braced, , bare] of JSON.stringify(rest).matchAll(references)) {
    const name = braced ?? bare ?? '';
    findings.require(known.has(name) || builtIn.has(name), 'reference', where, `${text} is not known`);
  }
};
