import { stringify } from 'yaml';
import { provisionedRules } from './rules.js';

export const rulesYaml = (): string =>
  `# Written by npm run generate from src/alerting/rules.ts.\n${stringify(provisionedRules, { lineWidth: 0, aliasDuplicateObjects: false })}`;
