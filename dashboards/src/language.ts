/** The languages that boards are written in. Names of places and of competitions stay as the bureau writes them. */
export const languages = ['zh', 'en'] as const;

export type Language = (typeof languages)[number];

/** Says a thing in the language of the board being written, or gives it the room that its words take. */
export type Say = <Thing>(chinese: Thing, english: Thing) => Thing;

export const speaker =
  (language: Language): Say =>
  (chinese, english) =>
    language === 'zh' ? chinese : english;
