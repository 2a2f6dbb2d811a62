import { schemaVersion, type Dashboard, type Panel, type VariableModel } from '../grafana.js';
import { settings } from '../settings.js';

/** Who a board is for. */
export type Audience = 'wall' | 'analyst' | 'operations';

interface Board {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly audience: Audience;
  /** Its place among all boards; a playlist follows it. Walls begin at 1, analysts' boards at 21, those of operations at 41. */
  readonly order: number;
  readonly variables: VariableModel[];
  readonly panels: readonly Panel[];
  readonly time?: { readonly from: string; readonly to: string };
}

export const dashboard = (board: Board): Dashboard => {
  const wall = board.audience === 'wall';
  return {
    uid: board.uid,
    title: board.title,
    description: board.description,
    tags: ['pennant', board.audience, `order-${board.order}`],
    schemaVersion,
    version: 1,
    editable: false,
    graphTooltip: 0,
    timezone: 'Asia/Shanghai',
    weekStart: 'monday',
    fiscalYearStartMonth: 0,
    liveNow: false,
    preload: false,
    refresh: settings.refresh,
    time: { ...(board.time ?? { from: 'now-24h', to: 'now' }) },
    timepicker: { hidden: wall, refresh_intervals: ['5s', '10s', '30s', '1m', '5m'] },
    annotations: { list: [] },
    links: [],
    templating: { list: board.variables },
    panels: board.panels.map((panel, index) => ({ id: index + 1, ...panel })),
  };
};
