/** What CSS calls a property, and its value; numbers are pixels where CSS wants a length. */
export type Style = Partial<Record<string, string | number>>;

const UNITLESS = /^(font-weight|opacity|flex|flex-grow|flex-shrink|order|z-index|line-height)$/;

/** An element with a class, written styles (through the object model, which a strict content security policy allows) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    name = '',
    style: Style = {},
    ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    if (name) made.className = name;
    styled(made, style);
    for (const child of children) made.append(typeof child === 'string' ? written(child) : child);
    return made;
}

/** Sets styles by their CSS names (`font-size`) or their names in JSON (`fontSize`). */
export function styled(target: HTMLElement | SVGElement, style: Style): void {
    for (const [written, value] of Object.entries(style)) {
        if (value === undefined || value === '') continue;
        const name = written.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
        target.style.setProperty(name, typeof value === 'number' && !UNITLESS.test(name) ? `${value}px` : String(value));
    }
}

export function drawing<K extends keyof SVGElementTagNameMap>(
    tag: K,
    attributes: Record<string, string | number>,
    ...children: (Node | string)[]
): SVGElementTagNameMap[K] {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    made.append(...children);
    return made;
}

/** Text in which the red flag is a sign of our own: few fonts of a screen have one. */
export function written(text: string): Node {
    if (!text.includes('⚑')) return document.createTextNode(text);
    const whole = document.createDocumentFragment();
    text.split(/(⚑)/).forEach((part) => {
        if (part === '⚑') whole.append(flag());
        else if (part) whole.append(part);
    });
    return whole;
}

function flag(): HTMLElement {
    const sign = document.createElement('span');
    sign.className = 'flag';
    sign.textContent = '⚑';
    return sign;
}
