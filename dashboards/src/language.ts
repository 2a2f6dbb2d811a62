/** The languages that boards are written in. Names of places and of competitions stay as the bureau writes them. */
export const languages = ['zh', 'en'] as const;

export type Language = (typeof languages)[number];

/** Says a thing in the language of the board being written. */
export type Say = (chinese: string, english: string) => string;

export const speaker =
  (language: Language): Say =>
  (chinese, english) =>
    language === 'zh' ? chinese : english;
