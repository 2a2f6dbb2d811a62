import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { mock } from './mock/plugin.ts';

const installed = (path: string) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));

/** A wall that runs elsewhere, to draw its boards while the viewer is worked on. */
const wall = process.env.PENNANT_WALL;
const proxy = wall ? { '/api': wall } : undefined;

export default defineConfig(({ mode }) => ({
    plugins: mode === 'mock' ? [mock()] : [],
    server: { proxy },
    preview: { proxy },
    resolve: {
        alias: [
            // The zones' whole history is 700 KB; boards show the years around now.
            { find: /^moment-timezone$/, replacement: installed('moment-timezone/builds/moment-timezone-with-data-10-year-range.js') },
        ],
    },
    build: {
        target: 'es2022',
        // Every asset is a file of its own: the content security policy allows no data: address.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
    },
    test: {
        include: ['test/**/*.test.ts'],
        environment: 'happy-dom',
        // Bundled before it is run, as for the browser: Node cannot load it as it is.
        server: { deps: { inline: [/@grafana/, /moment/, /ol\b/] } },
    },
}));
