import type { DataTransformerConfig, FieldConfigSource } from '@grafana/data';

/** As much of Grafana's classic dashboard as a wall reads. */
export interface Dashboard {
    uid: string;
    title: string;
    description?: string;
    tags?: string[];
    timezone?: string;
    refresh?: string;
    time?: { from: string; to: string };
    timepicker?: { hidden?: boolean };
    links?: DashboardLink[];
    templating?: { list: Variable[] };
    panels: Panel[];
}

export interface Panel {
    id: number;
    type: string;
    title?: string;
    description?: string;
    transparent?: boolean;
    collapsed?: boolean;
    gridPos: GridPos;
    fieldConfig: FieldConfigSource;
    options: object;
    targets?: { refId: string; format?: number }[];
    transformations?: DataTransformerConfig[];
    links?: PanelLink[];
    panels?: Panel[];
}

export interface GridPos {
    x: number;
    y: number;
    w: number;
    h: number;
}

export interface PanelLink {
    title: string;
    url: string;
    targetBlank?: boolean;
}

export interface DashboardLink {
    type: string;
    title: string;
    url?: string;
    tags?: string[];
    keepTime?: boolean;
    includeVars?: boolean;
}

export interface Variable {
    name: string;
    type: string;
    label?: string | null;
    hide?: number;
    multi?: boolean;
    includeAll?: boolean;
    options?: Choice[];
    current?: { text?: string | string[]; value?: string | string[] };
}

export interface Choice {
    text: string;
    value: string;
}
