import {
    displayNameOverrideProcessor,
    FieldConfigOptionsRegistry,
    identityOverrideProcessor,
    numberOverrideProcessor,
    thresholdsOverrideProcessor,
    unitOverrideProcessor,
    valueMappingsOverrideProcessor,
    type FieldConfigPropertyItem,
    type FieldConfigSource,
} from '@grafana/data';

type Process = FieldConfigPropertyItem['process'];

const STANDARD: Record<string, unknown> = {
    displayName: displayNameOverrideProcessor,
    unit: unitOverrideProcessor,
    decimals: numberOverrideProcessor,
    min: numberOverrideProcessor,
    max: numberOverrideProcessor,
    color: identityOverrideProcessor,
    mappings: valueMappingsOverrideProcessor,
    thresholds: thresholdsOverrideProcessor,
    links: identityOverrideProcessor,
    noValue: identityOverrideProcessor,
    fieldMinMax: identityOverrideProcessor,
    filterable: identityOverrideProcessor,
};

/**
 * What a panel may say about a field: Grafana's standard properties, and whatever the panel itself says under `custom`, so that no list of
 * every panel type's properties has to be kept.
 */
export function registryOf(fieldConfig: FieldConfigSource): FieldConfigOptionsRegistry {
    const custom = new Set(Object.keys(fieldConfig.defaults.custom ?? {}));
    for (const rule of fieldConfig.overrides) {
        for (const property of rule.properties) {
            if (property.id.startsWith('custom.')) custom.add(property.id.slice('custom.'.length));
        }
    }
    return new FieldConfigOptionsRegistry(() => [
        ...Object.entries(STANDARD).map(([id, process]) => item(id, id, process as Process, false)),
        ...[...custom].map((path) => item(`custom.${path}`, path, identityOverrideProcessor as Process, true)),
    ]);
}

function item(id: string, path: string, process: Process, isCustom: boolean): FieldConfigPropertyItem {
    const settings = id === 'displayName' ? { expandTemplateVars: true } : {};
    // An editor belongs to every property of Grafana's; a wall edits nothing.
    return { id, path, name: id, process, isCustom, settings, shouldApply: () => true } as unknown as FieldConfigPropertyItem;
}
