import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { files } from '../src/boards/all.js';
import { dashboards } from '../src/places.js';
import { check } from './contract/board.js';

const generated = files();

test('every board meets its contract', async (t) => {
  for (const [file, board] of generated) {
    await t.test(file, () => {
      assert.deepEqual(check(JSON.parse(JSON.stringify(board))).lines(), []);
    });
  }
});

test('generating the boards again changes nothing', () => {
  assert.deepEqual(readdirSync(dashboards).sort(), [...generated.keys()].sort());
  for (const [file, board] of generated) {
    assert.equal(readFileSync(new URL(file, dashboards), 'utf8'), `${JSON.stringify(board, null, 2)}\n`, file);
  }
});

test('boards have uids, titles and places of their own', () => {
  const boards = [...generated.values()];
  assert.equal(new Set(boards.map(({ uid }) => uid)).size, boards.length);
  const chinese = boards.filter(({ uid }) => !uid?.endsWith('-en'));
  const places = chinese.map(({ tags }) => tags?.find((tag) => tag.startsWith('order-')));
  assert.equal(new Set(places).size, chinese.length);
  assert.equal(new Set(chinese.map(({ title }) => title)).size, chinese.length);
});

test('every board is there in Chinese and in English', () => {
  const uids = new Set([...generated.values()].map(({ uid }) => uid));
  for (const uid of uids) {
    assert.ok(uid?.endsWith('-en') ? uids.has(uid.slice(0, -3)) : uids.has(`${uid}-en`), uid);
  }
});

test('an English board says nothing in Chinese of its own', () => {
  for (const [file, board] of generated) {
    if (!file.endsWith('-en.json')) continue;
    for (const panel of board.panels ?? []) {
      const { targets: _, ...shown } = JSON.parse(JSON.stringify(panel)) as { targets?: unknown };
      assert.doesNotMatch(JSON.stringify(shown), /\p{Script=Han}/u, `${file}, panel ${String((panel as { id?: number }).id)}`);
    }
  }
});
