import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

const MOST = 500_000;

test('all that a screen loads is at most 500 KB on its way', { timeout: 60_000 }, async () => {
    const built = (await build({ logLevel: 'error', build: { write: false } })) as Rolldown.RolldownOutput;
    const sizes = built.output.map((file) => {
        const content = file.type === 'chunk' ? file.code : file.source;
        // Fonts are compressed as they are.
        return { name: file.fileName, bytes: file.fileName.endsWith('.woff2') ? content.length : gzipSync(content).length };
    });
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`${(total / 1000).toFixed(0)} KB: ${sizes.map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(0)}`).join(', ')}`);
    expect(sizes.some(({ name }) => name.endsWith('.js'))).toBe(true);
    expect(total).toBeLessThanOrEqual(MOST);
});
