import type { Options } from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import { panel, type Panel, type Plain } from '../grafana.js';
import type { Say } from '../language.js';
import * as colours from '../style/colours.js';

/** The head of every wall: the flag while it flies, whose board it is, how far the data go, and whether they are made up. */
export const header = (name: string, say: Say): Panel => {
  const content =
    '<div style="display:flex;justify-content:space-between;align-items:center;height:50px">' +
    '<div style="display:flex;align-items:baseline;gap:20px">' +
    `<span style="font-size:36px;font-weight:600;color:${colours.ink}"><span style="color:${colours.flag}">\${flag}</span>\${unit_name}</span>` +
    `<span style="font-size:28px;color:${colours.board}">${name}</span></div>` +
    `<div style="display:flex;align-items:center;gap:20px;font-size:20px;color:${colours.dim}">` +
    `<span>${say('数据截至', 'Data as of')} \${as_of}</span>` +
    `<span style="font-size:16px;border:1px solid ${colours.rule};border-radius:4px;padding:2px 10px">\${provenance}</span></div></div>`;
  const options: Plain<Options> = {
    mode: 'html',
    content,
    code: { language: 'plaintext', showLineNumbers: false, showMiniMap: false },
  };
  return { ...panel('text', { title: '', description: '', at: [0, 0, 24, 2], options }), transparent: true };
};
