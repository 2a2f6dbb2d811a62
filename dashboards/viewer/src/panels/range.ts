import type { DisplayValue } from '@grafana/data';

/** Which part of its range, 0 to 100 unless it says otherwise, a value reaches; 0 where there is no value. */
export function partOf({ numeric }: DisplayValue, { min, max }: { min?: number | null; max?: number | null }): number {
    const least = min ?? 0;
    const most = max ?? 100;
    return Math.max(0, Math.min(1, (numeric - least) / (most - least || 1))) || 0;
}
