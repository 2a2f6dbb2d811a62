import type { Dashboard } from '../grafana.js';
import { languages, speaker, type Language, type Say } from '../language.js';
import { asOfComparison } from './analyst/as-of.js';
import { competitionExplorer } from './analyst/competition.js';
import { dataQuality } from './analyst/quality.js';
import { unitDrillDown } from './analyst/unit.js';
import { operations } from './operations/operations.js';
import { airQuality } from './wall/air.js';
import { currentAlerts } from './wall/alerts.js';
import { redAndBlackLists } from './wall/lists.js';
import { overview } from './wall/overview.js';
import { consumerRetail } from './wall/retail.js';
import { enterpriseRevenue } from './wall/revenue.js';
import { serviceRace } from './wall/service-race.js';
import { tenIndicatorRace } from './wall/ten-indicators.js';

const boards: readonly ((say: Say) => Dashboard)[] = [overview, serviceRace, tenIndicatorRace, enterpriseRevenue, consumerRetail, airQuality, redAndBlackLists, currentAlerts, unitDrillDown, competitionExplorer, asOfComparison, dataQuality, operations];

const audiences = new Set(['wall', 'analyst', 'operations']);

/** A board has its Chinese uid and tags, or those of its language: a playlist goes by a tag, and is in one language. */
const inLanguage = (board: Dashboard, language: Language): Dashboard =>
  language === 'zh'
    ? board
    : {
        ...board,
        uid: `${board.uid}-${language}`,
        tags: (board.tags ?? []).map((tag) => (audiences.has(tag) ? `${tag}-${language}` : tag)),
      };

/** Every board in every language, by the name of its file. */
export const files = (): Map<string, Dashboard> =>
  new Map(
    languages.flatMap((language) =>
      boards
        .map((board) => inLanguage(board(speaker(language)), language))
        .map((board): [string, Dashboard] => [`${board.uid}.json`, board]),
    ),
  );
