import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

/** Where the wall under test is, and how to reach what stands behind it: all from the environment. */
export const wall = required('PENNANT_WALL', 'http://localhost:8080').replace(/\/$/, '');

export interface Entry {
    uid: string;
    title: string;
    tags: string[];
    order: number;
}

export async function boards(): Promise<Entry[]> {
    const response = await fetch(`${wall}/api/boards`);
    if (!response.ok) throw new Error(`${wall}/api/boards answers ${response.status}`);
    return (await response.json()) as Entry[];
}

/** Rows of a query, run as the wall's own user. */
export async function rows<Row>(sql: string): Promise<Row[]> {
    const response = await fetch(`${required('PENNANT_CLICKHOUSE', 'http://127.0.0.1:8123')}/?database=pennant`, {
        method: 'POST',
        headers: { 'X-ClickHouse-User': 'wall', 'X-ClickHouse-Key': required('PENNANT_WALL_PASSWORD', 'as in clickhouse/credentials.properties') },
        body: `${sql} FORMAT JSONEachRow SETTINGS output_format_json_quote_decimals = 0, output_format_json_quote_64bit_integers = 0`,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Row);
}

/** Runs a command that the environment gives as a JSON list of words, with more words; where it fails, with all that it said. */
export async function run(name: string, ...more: string[]): Promise<void> {
    const [program, ...words] = JSON.parse(required(name, '["./pennant", "import", "--data", "…"]')) as string[];
    if (!program) throw new Error(`${name} is an empty list`);
    await promisify(execFile)(program, [...words, ...more]).catch(({ code, stdout = '', stderr = '' }: { code: unknown; stdout?: string; stderr?: string }) => {
        throw new Error(`${name} ended with ${String(code)}: ${stdout}${stderr}`);
    });
}

export const given = (name: string): string | undefined => process.env[name] || undefined;

function required(name: string, example: string): string {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set; for example ${example}`);
    return value;
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is: as the environment says, or where packages put it. */
export function chromiumPath(): string {
    const asked = given('PENNANT_CHROMIUM');
    const found = (asked ? [asked] : BROWSERS).find((path) => existsSync(path));
    if (!found) {
        throw new Error(`No Chromium at ${asked ?? BROWSERS.join(', ')}: on Debian, apt-get install chromium fonts-noto-cjk; elsewhere set PENNANT_CHROMIUM`);
    }
    return found;
}
