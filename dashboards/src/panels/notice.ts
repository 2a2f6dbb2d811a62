import type { Options } from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import { panel, type Panel, type Place, type Plain } from '../grafana.js';
import * as colours from '../style/colours.js';

/** A sentence about the board itself. */
export const notice = (at: Place, html: string): Panel => {
  const options: Plain<Options> = {
    mode: 'html',
    content: `<div style="font-size:18px;color:${colours.dim}">${html}</div>`,
    code: { language: 'plaintext', showLineNumbers: false, showMiniMap: false },
  };
  return { ...panel('text', { title: '', description: '', at, options }), transparent: true };
};
