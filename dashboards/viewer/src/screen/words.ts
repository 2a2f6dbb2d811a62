const chinese = {
    boards: '看板',
    time: '时间',
    refresh: '刷新',
    to: '至',
    done: '确定',
    none: '未选',
    several: (names: string, count: number) => `${names} 等 ${count} 项`,
    empty: '暂无数据',
    unknown: (type: string) => `这面墙不会画“${type}”类型的面板`,
    stale: '未更新',
    lost: '与服务器的连接中断，正在重连',
    silent: '服务器没有应答，正在重试',
    garbled: '服务器的应答无法读取，正在重试',
    broken: (status: number) => `服务器出错（HTTP ${status}），正在重试`,
    undrawn: '这个面板暂时画不出来',
    frozen: '画面已停止刷新',
    stopped: (moment: string) => `画面停在 ${moment}`,
    recovered: '已恢复，画面为最新',
    paused: '已暂停轮播',
    resumed: '继续轮播',
    ranges: { '1h': '近 1 小时', '6h': '近 6 小时', '24h': '近 24 小时', '7d': '近 7 天', '30d': '近 30 天', '1y': '近 1 年', '2y': '近 2 年', '5y': '近 5 年', '10y': '近 10 年' },
    thisYear: '今年',
    overTime: (names: string) => `${names}随时间的变化`,
    byName: (names: string, by: string, count: number) => `${names}，按${by}，共 ${count} 项`,
    states: (names: string) => `${names}的状态`,
    comma: '、',
    heading: '标题',
    panel: (id: number) => `面板 ${id}`,
};

const english: typeof chinese = {
    boards: 'Board',
    time: 'Time',
    refresh: 'Refresh',
    to: 'to',
    done: 'Done',
    none: 'none',
    several: (names, count) => `${names} and others, ${count} in all`,
    empty: 'No data yet',
    unknown: (type) => `This wall does not draw panels of type “${type}”`,
    stale: 'not updated',
    lost: 'Connection to the server lost, reconnecting',
    silent: 'The server does not answer, trying again',
    garbled: 'The answer of the server cannot be read, trying again',
    broken: (status) => `The server has failed (HTTP ${status}), trying again`,
    undrawn: 'This panel cannot be drawn for now',
    frozen: 'The screen has stopped refreshing',
    stopped: (moment) => `as of ${moment}`,
    recovered: 'Back again, the screen is up to date',
    paused: 'Rotation paused',
    resumed: 'Rotation goes on',
    ranges: { '1h': 'Last hour', '6h': 'Last 6 hours', '24h': 'Last 24 hours', '7d': 'Last 7 days', '30d': 'Last 30 days', '1y': 'Last year', '2y': 'Last 2 years', '5y': 'Last 5 years', '10y': 'Last 10 years' },
    thisYear: 'This year',
    overTime: (names) => `${names} over time`,
    byName: (names, by, count) => `${names} by ${by}, ${count} in all`,
    states: (names) => `States of ${names}`,
    comma: ', ',
    heading: 'Heading',
    panel: (id) => `Panel ${id}`,
};

/** What the wall says of its own, in the language of the board that is shown. */
export let words = chinese;

/** English boards have uids of their own. */
export function speak(uid: string): void {
    const isEnglish = uid.endsWith('-en');
    words = isEnglish ? english : chinese;
    document.documentElement.lang = isEnglish ? 'en' : 'zh-Hans';
}
