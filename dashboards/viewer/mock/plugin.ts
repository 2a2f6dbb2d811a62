import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';
import type { Dashboard } from '../src/board/dashboard';
import { every, type Fixture } from './boards.ts';
import { framed } from './results.ts';

/** Content may come from here alone, as the wall's server says. */
const POLICY =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Answers as the wall's server does, from fixtures: what the viewer is drawn with where nothing runs. */
export function mock(): Plugin {
    const middleware: Connect.NextHandleFunction = (request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://wall');
        response.setHeader('Content-Security-Policy', POLICY);
        if (url.pathname === '/api/events') return events(response);
        if (!url.pathname.startsWith('/api/')) return next();
        const body = answer(url.pathname.split('/').slice(2).map(decodeURIComponent));
        if (body === undefined) return send(response, 404, { error: '没有这块看板或面板' });
        const tag = `"${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}"`;
        response.setHeader('ETag', tag);
        if (request.headers['if-none-match'] === tag) {
            response.statusCode = 304;
            return response.end();
        }
        return send(response, 200, body);
    };
    return {
        name: 'mock-wall',
        configureServer: (server) => void server.middlewares.use(middleware),
        configurePreviewServer: (server) => void server.middlewares.use(middleware),
    };
}

function answer([what, uid, panels, id]: string[]): unknown {
    if (what !== 'boards') return undefined;
    const all = fixtures();
    if (uid === undefined) {
        return all.map(({ dashboard: { uid, title, tags = [] } }, order) => ({ uid, title, tags, order }));
    }
    const fixture = all.find(({ dashboard }) => dashboard.uid === uid);
    if (!fixture) return undefined;
    if (panels === undefined) return filled(fixture);
    const panel = fixture.dashboard.panels.flatMap((each) => [each, ...(each.panels ?? [])]).find((each) => String(each.id) === id);
    const results = fixture.results[id ?? ''];
    if (!panel || !results) return undefined;
    const frames = Object.entries(results).map(([refId, result]) => {
        const series = panel.targets?.find((target) => target.refId === refId)?.format === 0;
        return [refId, { frames: [framed(result, series)] }];
    });
    return { results: Object.fromEntries(frames) };
}

function filled({ dashboard, variables }: Fixture): Dashboard {
    const list = (dashboard.templating?.list ?? []).map((variable) => {
        const value = variables[variable.name];
        return value === undefined ? variable : { ...variable, current: { text: value, value } };
    });
    return { ...dashboard, templating: { list } };
}

function fixtures(): Fixture[] {
    const folder = process.env.PENNANT_FIXTURES;
    if (!folder) return [every()];
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const boards = readdirSync(folder).filter((file) => file.endsWith('.results.json'));
    return [
        ...boards.map((file) => ({
            dashboard: read(file.replace('.results.json', '.json')) as Dashboard,
            ...(read(file) as Pick<Fixture, 'variables' | 'results'>),
        })),
        every(),
    ];
}

function events(response: ServerResponse): void {
    response.setHeader('Content-Type', 'text/event-stream');
    response.write(': here\n\n');
    const heart = setInterval(() => response.write(': here\n\n'), 10_000);
    response.on('close', () => clearInterval(heart));
}

function send(response: ServerResponse, status: number, body: unknown): void {
    response.statusCode = status;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
}
