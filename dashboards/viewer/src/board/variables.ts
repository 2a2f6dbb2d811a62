import { formattedValueToString, type DataFrame, type DisplayValue, type Field, type InterpolateFunction, type ScopedVars } from '@grafana/data';
import type { Variable } from './dashboard';

/** What `${__field…}`, `${__value…}` and `${__data…}` in a name or link are about. */
interface Subject {
    field?: Field;
    frame?: DataFrame;
    rowIndex?: number;
    calculatedValue?: DisplayValue;
}

/** The moments a board shows, as its links carry them on. */
export interface Moments {
    from: string;
    to: string;
}

const REFERENCE = /\$\{([^}:[\]"]+)(?:\["([^"]+)"\])?(?:\.(\w+))?(?::(\w+))?\}|\$(\w+)|\[\[(\w+)(?::(\w+))?\]\]/g;

/** Replaces `${name}`, `${name:format}`, `$name` and `[[name]]` in titles, texts and links; what is unknown stays as it was written. */
export function interpolation(variables: Variable[], moments: Moments): InterpolateFunction {
    return (target, scoped, format) =>
        (target ?? '').replace(REFERENCE, (written, braced, quoted, after, formatted, plain, square, squareFormat) => {
            const path = [braced ?? plain ?? square, quoted, after].filter((part): part is string => part !== undefined);
            const values = scopedValue(path, scoped) ?? variableValues(path.join('.'), formatted ?? squareFormat, variables, moments);
            return values === undefined ? written : write(values, path.join('.'), formatted ?? squareFormat ?? format);
        });
}

/** `var-unit=…&var-county=…`, as addresses carry what a board was asked for. */
export function variableQuery(variables: Variable[]): string {
    return variables
        .flatMap((variable) => list(variable.current?.value).map((value) => `var-${variable.name}=${encodeURIComponent(value)}`))
        .join('&');
}

export const list = (value: string | string[] | undefined): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function variableValues(name: string, format: string | undefined, variables: Variable[], moments: Moments): string[] | undefined {
    if (name === '__from') return [moments.from];
    if (name === '__to') return [moments.to];
    if (name === '__url_time_range') return [`from=${encodeURIComponent(moments.from)}&to=${encodeURIComponent(moments.to)}`];
    if (name === '__all_variables') return [variableQuery(variables.filter((variable) => variable.hide !== 2))];
    const variable = variables.find((each) => each.name === name);
    if (!variable) return undefined;
    return list(format === 'text' ? variable.current?.text : variable.current?.value);
}

function scopedValue(path: string[], scoped: ScopedVars | undefined): string[] | undefined {
    const [name, ...rest] = path.join('.').split('.');
    const subject = scoped?.__dataContext?.value as Subject | undefined;
    if (name === '__field' && subject?.field) return fieldValue(rest, subject.field);
    if (name === '__value' && subject?.field) return cellValue(rest[0], subject.field, subject);
    if (name === '__data' && subject?.frame && rest[0] === 'fields') {
        const wanted = path.slice(1).join('.').replace(/^fields\./, '') || rest.slice(1).join('.');
        const field = subject.frame.fields.find((each) => each.name === wanted || each.state?.displayName === wanted);
        return field && cellValue('text', field, subject);
    }
    const variable = name === undefined ? undefined : scoped?.[name];
    return variable === undefined || name?.startsWith('__data') ? undefined : [String(variable.value)];
}

function fieldValue(rest: string[], field: Field): string[] | undefined {
    if (rest[0] === 'labels' && rest[1] !== undefined) {
        const label = field.labels?.[rest.slice(1).join('.')];
        return label === undefined ? undefined : [label];
    }
    return rest[0] === 'name' || rest[0] === 'displayName' ? [field.state?.displayName ?? field.name] : undefined;
}

function cellValue(wanted: string | undefined, field: Field, subject: Subject): string[] | undefined {
    const value: unknown = subject.rowIndex === undefined ? subject.calculatedValue?.numeric : field.values[subject.rowIndex];
    if (wanted === 'raw' || wanted === undefined) return [String(value ?? '')];
    const display = subject.rowIndex === undefined ? subject.calculatedValue : field.display?.(value);
    if (wanted === 'numeric') return [String(display?.numeric ?? value ?? '')];
    return [display ? formattedValueToString(display) : String(value ?? '')];
}

function write(values: string[], name: string, format: string | Function | undefined): string {
    switch (format) {
        case 'queryparam':
            return values.map((value) => `var-${name}=${encodeURIComponent(value)}`).join('&');
        case 'percentencode':
            return encodeURIComponent(values.join(','));
        case 'uriencode':
            return name.startsWith('__all_') || name.startsWith('__url_') ? values.join('') : encodeURIComponent(values.join(','));
        case 'pipe':
            return values.join('|');
        case 'html':
            return values.join(', ').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
        case 'json':
            return JSON.stringify(values);
        default:
            return values.join(format === 'text' ? ' + ' : ',');
    }
}
