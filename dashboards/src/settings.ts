/** What a county changes to make the boards its own; `npm run generate` writes them anew. */
export const settings = {
  /** The unit a board shows when its address names none: 当湖街道. */
  unit: { code: '330482001', name: '当湖街道' },

  /** Chinese screens show a rise in red and a fall in green; `western` swaps the two. Arrows say the same in either. */
  growthColours: 'chinese' as 'chinese' | 'western',

  /** Competitions by the ids of the catalogue. */
  serviceRace: 'jiaxing-service',
  tenIndicators: 'pinghu-ten-indicators',

  /** Rankings of people, whose names stand on no wall. */
  unlisted: ['kindness-points'],

  /** How often a wall asks again. */
  refresh: '10s',
} as const;
