import type { Findings, Json } from './finding.js';

const ROWS = 27;
const MOST_PANELS = 11;
const ROW_HEIGHT: Record<string, number> = { sm: 36, md: 42, lg: 48 };

/** Variables that say for which period, from how many, and how old. */
const periods = /\$\{(coverage|period_label|day_label|hour_label)/;
const ages = /\$\{(coverage|age)_\w+\}/;
const words = /(各期|本期|最近一期|最新|period|Reported by|统计部门)/;

/** A figure is made of those who have reported, and says how many in the title or in a column; but what a bureau reports as a whole, and a rank. */
const coverages = /\$\{coverage_\w+\}|统计部门|Reported by/;
const fitForAWall = '2 * reported >= expected';
const figures = /pennant\.(indicators|retail_\w+)\b/;
const ranks = /pennant\.standing/;

/** Amounts of which refunds may have taken more than was sold, and scores that adjustments may take from. */
const signed = /\b(sales - refunds|sold|score)\b/;

/** What a board needs that is read from five metres, without a mouse. */
export const checkWall = (board: Json, findings: Findings): void => {
  const panels: Json[] = board.panels ?? [];
  findings.require(panels.length <= MOST_PANELS, 'crowded', '/', `has ${panels.length} panels`);
  findings.require(panels.every(({ type }) => type !== 'row'), 'row', '/', 'rows cannot be fitted to a screen');
  const bottom = Math.max(...panels.map(({ gridPos }) => (gridPos?.y ?? 0) + (gridPos?.h ?? 0)));
  findings.require(bottom === ROWS, 'rows', '/', `ends at row ${bottom}, and a screen at ${ROWS}`);
  findings.require(panels[0]?.type === 'text' && panels[0]?.transparent === true, 'head', '/', 'has no head');
  findings.require(String(panels[0]?.options?.content).includes('${provenance}'), 'provenance', '/', 'does not say whether its data are made up');
  findings.require(String(panels[0]?.options?.content).includes('${as_of}'), 'as-of', '/', 'does not say how far its data go');
  findings.require(typeof board.refresh === 'string' && board.refresh !== '', 'live', '/', 'does not refresh');
  for (const panel of panels.slice(1)) {
    const where = `panel ${panel.id} (${panel.type})`;
    findings.require(periods.test(panel.title) || words.test(panel.title), 'period', where, 'does not say of which period it is');
    findings.require(ages.test(panel.title), 'age', where, 'does not say how old its data are');
    const sql = (panel.targets ?? []).map(({ rawSql }: Json) => rawSql).join(' ');
    const told = coverages.test(panel.title) || /\breported\b/.test(sql.replaceAll(fitForAWall, ''));
    findings.require(told || !figures.test(sql) || ranks.test(sql), 'coverage', where, 'does not say how many have reported');
    const cut = panel.type === 'barchart' && signed.test(sql) && panel.fieldConfig?.defaults?.min !== undefined;
    findings.require(!cut, 'signed', where, 'hides what is below zero');
    checkText(panel, where, findings);
  }
};

const checkText = (panel: Json, where: string, findings: Findings): void => {
  if (panel.type === 'table') {
    const rows = Number(/LIMIT (\d+)$/.exec(panel.targets?.[0]?.rawSql?.trim() ?? '')?.[1] ?? 0);
    const space = 38 * panel.gridPos.h - 58;
    const height = ROW_HEIGHT[panel.options?.cellHeight ?? 'sm'] ?? 36;
    findings.require(36 + rows * height <= space, 'fits', where, `${rows} rows of ${height} px do not fit`);
    const open = (panel.fieldConfig?.overrides ?? []).filter(
      ({ properties }: Json) =>
        !properties.some(({ id }: Json) => id === 'custom.width' || id === 'custom.hideFrom'),
    );
    findings.require(open.length === 1, 'width', where, `${open.length} of its columns have no width; one has to`);
    const style = JSON.stringify(panel.fieldConfig?.defaults?.custom?.styleField ?? '');
    findings.require(style === '"style"', 'size', where, 'its rows have no size of their own');
  }
  if (['stat', 'gauge', 'bargauge'].includes(panel.type)) {
    const { valueSize = 0, titleSize = 0 } = panel.options?.text ?? {};
    findings.require(valueSize >= 22 && titleSize >= 18, 'size', where, 'is too small to be read from afar');
  }
};
