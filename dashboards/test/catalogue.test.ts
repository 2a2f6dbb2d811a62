import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { tenIndicators } from '../src/indicators.js';
import { grafana } from '../src/places.js';
import { settings } from '../src/settings.js';

interface Competition {
  readonly id: string;
  readonly indicators: readonly { readonly indicator: string }[];
  readonly units: { readonly kinds: readonly string[] };
}

const catalogue = new URL('../../pipelines/core/src/main/resources/catalogue/', grafana);
const { competitions } = parse(readFileSync(new URL('competitions.yaml', catalogue), 'utf8')) as { competitions: Competition[] };
const withId = (id: string): Competition => competitions.find((each) => each.id === id) ?? assert.fail(`no competition is called ${id}`);

test('the heat table has the lines of its competition, in their order', () => {
  assert.deepEqual(withId(settings.tenIndicators).indicators.map(({ indicator }) => indicator), [...tenIndicators]);
});

test('the competitions of the boards are those of the catalogue', () => {
  assert.ok(withId(settings.serviceRace));
  settings.unlisted.forEach(withId);
});

test('no ranking of households is on a list', () => {
  const ofPeople = competitions.filter(({ units }) => units.kinds.includes('household')).map(({ id }) => id);
  assert.deepEqual(ofPeople, [...settings.unlisted]);
});
