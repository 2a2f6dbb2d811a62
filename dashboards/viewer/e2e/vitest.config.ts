import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['e2e/**/*.e2e.ts'],
        // One wall, one database that is stopped and started, events that change what others read: in the order of their names.
        fileParallelism: false,
        sequence: { shuffle: false },
        testTimeout: 120_000,
        hookTimeout: 60_000,
        reporters: ['verbose'],
    },
});
