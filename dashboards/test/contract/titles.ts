import type { Findings, Json } from './finding.js';

/** Titles that people read apart from the board: in lists, and on the tab of a browser. */
export const checkTitles = (board: Json, findings: Findings): void => {
  for (const panel of board.panels ?? []) {
    if (panel.type === 'text') continue;
    const where = `panel ${panel.id} (${panel.type})`;
    findings.require((panel.title ?? '') !== '', 'title', where, 'has no title');
    const dash = /\d-\d+月/.exec(JSON.stringify(panel.title ?? ''));
    findings.require(dash === null, 'dash', where, 'a range of months has a long dash');
  }
};
