import {
    applyFieldOverrides,
    cacheFieldDisplayNames,
    dataFrameFromJSON,
    FieldColorModeId,
    getFieldDisplayValues,
    standardFieldConfigEditorRegistry,
    standardTransformers,
    standardTransformersRegistry,
    ThresholdsMode,
    transformDataFrame,
    type DataFrame,
    type DataFrameJSON,
    type FieldConfigSource,
    type FieldDisplay,
    type InterpolateFunction,
    type ReduceDataOptions,
} from '@grafana/data';
import { firstValueFrom } from 'rxjs';
import type { Panel } from '../board/dashboard';
import { registryOf } from './registry';
import { theme } from './theme';

/** The answer of one panel's queries, by refId. */
export interface Answer {
    results: Record<string, { frames: DataFrameJSON[] }>;
}

// A transformer may stand under two names; the registry takes each id once.
const transformers = [...new Map(Object.values(standardTransformers).map((each) => [each.id, each])).values()];
standardTransformersRegistry.setInit(() =>
    transformers.map((each) => ({
        id: each.id,
        name: each.name,
        transformation: () => Promise.resolve(each),
        imageDark: '',
        imageLight: '',
        // Grafana's own form for it; a wall edits nothing.
        editor: () => null,
    })),
);
// Reducers ask it while they name a field; panels bring properties of their own.
standardFieldConfigEditorRegistry.setInit(() => registryOf({ defaults: {}, overrides: [] }).list());

/** Frames as the panel shows them: transformed, with units, mappings, thresholds, overrides and names applied. */
export async function framesOf(panel: Panel, answer: Answer, replace: InterpolateFunction, timeZone: string): Promise<DataFrame[]> {
    const answered = Object.entries(answer.results).flatMap(([refId, { frames }]) => frames.map((json) => ({ ...dataFrameFromJSON(json), refId })));
    const transformed = panel.transformations?.length
        ? await firstValueFrom(transformDataFrame(panel.transformations, answered, { interpolate: replace }))
        : answered;
    const frames = applyFieldOverrides({
        data: transformed,
        fieldConfig: completed(panel),
        fieldConfigRegistry: registryOf(panel.fieldConfig),
        replaceVariables: replace,
        theme,
        timeZone,
    });
    cacheFieldDisplayNames(frames);
    return frames;
}

/** Grafana's own colours and thresholds, where a panel names none. */
function completed({ type, fieldConfig }: Panel): FieldConfigSource {
    const mode = ['timeseries', 'barchart', 'piechart'].includes(type) ? FieldColorModeId.PaletteClassic : FieldColorModeId.Thresholds;
    const steps = [
        { value: -Infinity, color: 'green' },
        { value: 80, color: 'red' },
    ];
    const defaults = { color: { mode }, thresholds: { mode: ThresholdsMode.Absolute, steps }, ...fieldConfig.defaults };
    return { ...fieldConfig, defaults };
}

/** One value a field or a row, as stat, gauge, bar gauge and pie show them; none where there are no rows. */
export function valuesOf(
    panel: Panel,
    frames: DataFrame[],
    replace: InterpolateFunction,
    timeZone: string,
    wanted: { percentChange?: boolean; sparkline?: boolean } = {},
): FieldDisplay[] {
    if (frames.every(({ length }) => length === 0)) return [];
    const reduceOptions = (panel.options as { reduceOptions?: ReduceDataOptions }).reduceOptions ?? { calcs: ['lastNotNull'], values: false };
    return getFieldDisplayValues({
        fieldConfig: panel.fieldConfig,
        reduceOptions,
        replaceVariables: replace,
        theme,
        data: frames,
        timeZone,
        ...wanted,
    });
}
