import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';

/** JSON Schema made from the types that Grafana publishes for this version, so that no Grafana has to run. */
interface ObjectSchema {
  readonly properties: Record<string, object>;
}

const source = fileURLToPath(new URL('../../../test/contract/grafana-types.ts', import.meta.url));
const contract = createGenerator({
  path: source,
  tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)),
  type: 'Contract',
  skipTypeCheck: true,
  additionalProperties: false,
  expose: 'none',
  topRef: false,
}).createSchema('Contract') as unknown as ObjectSchema;

const ajv = new Ajv({ allErrors: true, strict: false });

const part = (name: string): object => {
  const schema = contract.properties[name];
  if (!schema) throw new Error(`The contract has no ${name}.`);
  return schema;
};

/** Grafana fills in what a file leaves out, so no property of an option is required. */
const nothingRequired = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(nothingRequired);
  if (schema === null || typeof schema !== 'object') return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => key !== 'required' || !Array.isArray(value))
      .map(([key, value]) => [key, nothingRequired(value)]),
  );
};

const ofPanels = (name: string): Map<string, object> =>
  new Map(
    Object.entries((part(name) as ObjectSchema).properties).map(([type, schema]) => [
      type,
      nothingRequired(schema) as object,
    ]),
  );

const propertiesOf = (schema: unknown, found = new Set<string>()): Set<string> => {
  if (schema !== null && typeof schema === 'object') {
    Object.keys((schema as Partial<ObjectSchema>).properties ?? {}).forEach((name) => found.add(name));
    Object.values(schema).forEach((value) => propertiesOf(value, found));
  }
  return found;
};

export const isDashboard: ValidateFunction = ajv.compile(part('dashboard'));
export const isPanel: ValidateFunction = ajv.compile(part('panel'));
export const isVariable: ValidateFunction = ajv.compile(part('variable'));

export interface PanelType {
  readonly isOptions: ValidateFunction;
  /** Nothing where panels of the type have no field options of their own. */
  readonly isCustom: ValidateFunction | undefined;
  readonly customProperties: ReadonlySet<string>;
}

const customs = ofPanels('custom');

/** The types of panels that the built-in wall draws as well as Grafana does. */
export const panelTypes: ReadonlyMap<string, PanelType> = new Map(
  [...ofPanels('options')].map(([type, options]) => {
    const custom = customs.get(type);
    return [
      type,
      {
        isOptions: ajv.compile(options),
        isCustom: custom && ajv.compile(custom),
        customProperties: propertiesOf(custom),
      },
    ];
  }),
);

/** What a validation found, without the choices that only repeat it. */
export const complaints = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value)
    ? []
    : (validate.errors ?? [])
        .filter((error: ErrorObject) => !['anyOf', 'oneOf', 'if'].includes(error.keyword))
        .map((error: ErrorObject) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`);
