import { element } from '../panels/element';
import { entries, type Entry } from '../wall/api';
import { Unanswered } from '../wall/source';
import { writeAddress } from './address';
import { words } from './words';

const GROUPS = [
    { tag: 'wall', title: '大屏', hint: '挂在墙上，无人操作' },
    { tag: 'analyst', title: '分析', hint: '在桌前查询、追溯、对比' },
    { tag: 'operations', title: '运行', hint: '管道与数据质量' },
    { tag: 'wall-en', title: 'English · walls', hint: '' },
    { tag: 'analyst-en', title: 'English · analysis', hint: '' },
    { tag: 'operations-en', title: 'English · operations', hint: '' },
];

/** The list of boards, and how to hang them on a wall. */
export async function home(wall: HTMLElement): Promise<void> {
    document.title = 'Pennant';
    const page = element('div', 'home', {}, element('h1', '', {}, '⚑ Pennant'));
    wall.replaceChildren(page);
    try {
        const { value } = await entries().read();
        const all = [...value].sort((one, other) => one.order - other.order || one.title.localeCompare(other.title, 'zh-Hans'));
        for (const group of GROUPS) {
            const boards = all.filter(({ tags }) => tags.includes(group.tag));
            if (boards.length > 0) page.append(section(group, boards));
        }
        const others = all.filter(({ tags }) => !GROUPS.some(({ tag }) => tags.includes(tag)));
        if (others.length > 0) page.append(section({ tag: '', title: '其他', hint: '' }, others));
        page.append(keys());
    } catch (failure) {
        page.append(element('p', 'trouble', {}, failure instanceof Unanswered ? failure.message : words.undrawn));
        window.setTimeout(() => void home(wall), 3_000);
    }
}

function section({ tag, title, hint }: (typeof GROUPS)[number], boards: Entry[]): HTMLElement {
    const cards = boards.map(({ uid, title: name }) => {
        const card = element('a', 'card', {}, name);
        card.href = writeAddress({ board: uid });
        return element('li', '', {}, card);
    });
    const head = element('div', 'group', {}, element('h2', '', {}, title), element('span', 'note', {}, hint));
    if (tag.startsWith('wall')) {
        const turns = element('a', 'turns', {}, tag === 'wall' ? '轮播全部' : 'All in turn');
        turns.href = writeAddress({ playlist: tag, interval: 20_000, kiosk: true });
        head.append(turns);
    }
    return element('section', '', {}, head, element('ul', 'cards', {}, ...cards));
}

function keys(): HTMLElement {
    const known = [
        ['←', '上一块'],
        ['→', '下一块'],
        ['空格', '暂停或继续轮播'],
        ['F', '全屏'],
        ['H', '回到这里'],
    ];
    return element('p', 'keys', {}, ...known.flatMap(([key = '', what = '']) => [element('kbd', '', {}, key), element('span', '', {}, what)]));
}
