import { words } from '../screen/words';
import { element } from './element';

/** What stands in a panel whose query has no rows. */
export const empty = (): HTMLElement => element('div', 'empty', {}, words.empty);
