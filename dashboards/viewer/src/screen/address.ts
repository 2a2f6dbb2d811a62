/** What the address bar asks the wall for. */
export interface Address {
    board?: string;
    /** The tag whose boards take turns. */
    playlist?: string;
    /** How long each stays, ms. */
    interval: number;
    kiosk: boolean;
    from?: string;
    to?: string;
    refresh?: string;
    /** `var-unit` and its like, as the board's variables take them. */
    variables: [string, string][];
}

const INTERVAL = 20_000;
const LEAST_INTERVAL = 1_000;

/** Boards stand where Grafana has them: `/d/<uid>?var-unit=…`. */
export function readAddress({ pathname, search }: { pathname: string; search: string }): Address {
    const query = new URLSearchParams(search);
    const kiosk = query.get('kiosk');
    return {
        board: /^\/d\/([\w-]+)/.exec(pathname)?.[1],
        playlist: query.get('playlist') ?? undefined,
        interval: Math.max(LEAST_INTERVAL, duration(query.get('interval')) ?? INTERVAL),
        kiosk: kiosk !== null && kiosk !== 'false' && kiosk !== '0',
        from: query.get('from') ?? undefined,
        to: query.get('to') ?? undefined,
        refresh: query.get('refresh') ?? undefined,
        variables: [...query].filter(([name]) => name.startsWith('var-')),
    };
}

export function writeAddress(address: Partial<Address>): string {
    const query = new URLSearchParams();
    if (address.playlist) query.set('playlist', address.playlist);
    if (address.playlist && address.interval) query.set('interval', `${address.interval / 1000}s`);
    address.variables?.forEach(([name, value]) => query.append(name, value));
    if (address.from) query.set('from', address.from);
    if (address.to) query.set('to', address.to);
    if (address.refresh) query.set('refresh', address.refresh);
    const text = query.toString() + (address.kiosk ? `${query.size > 0 ? '&' : ''}kiosk` : '');
    return `${address.board ? `/d/${address.board}` : '/'}${text ? `?${text}` : ''}`;
}

/** Milliseconds of `20s`, `5m`, `1h`, `500ms`; nothing for what is no duration. */
export function duration(text: string | null | undefined): number | undefined {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text ?? '') ?? [];
    if (amount === undefined) return undefined;
    const units: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
    return Number(amount) * (units[unit ?? 's'] ?? 1);
}

/** Where a link of a board leads: nowhere that must not be followed. */
export const wallAddress = (href: string): string | undefined => (/^(https?:\/\/|\/(?!\/)|\?|#)/.test(href) ? href : undefined);
