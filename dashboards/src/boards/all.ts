import type { Dashboard } from '../grafana.js';
import { languages, speaker, type Say } from '../language.js';
import { overview } from './wall/overview.js';
import { enterpriseRevenue } from './wall/revenue.js';
import { serviceRace } from './wall/service-race.js';

const boards: readonly ((say: Say) => Dashboard)[] = [overview, serviceRace, enterpriseRevenue];

/** The tag of boards in Chinese or English, by which a playlist of one language is made. */
const inLanguage = (board: Dashboard, language: string): Dashboard =>
  language === 'zh'
    ? board
    : { ...board, uid: `${board.uid}-${language}`, tags: (board.tags ?? []).map((tag) => (tag === 'pennant' ? tag : `${tag}-${language}`)) };

/** Every board in every language, by the name of its file. */
export const files = (): Map<string, Dashboard> =>
  new Map(
    languages.flatMap((language) =>
      boards
        .map((board) => inLanguage(board(speaker(language)), language))
        .map((board): [string, Dashboard] => [`${board.uid}.json`, board]),
    ),
  );
