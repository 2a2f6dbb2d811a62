import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** One wall, one database that is stopped and started, events that change what others read: in the order of their names. */
class ByName extends BaseSequencer {
    override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
        return Promise.resolve([...files].sort((one, other) => one.moduleId.localeCompare(other.moduleId)));
    }
}

export default defineConfig({
    test: {
        include: ['e2e/**/*.e2e.ts'],
        fileParallelism: false,
        sequence: { sequencer: ByName },
        testTimeout: 120_000,
        hookTimeout: 60_000,
        reporters: ['verbose'],
    },
});
