import { renderTextPanelMarkdown, textUtil } from '@grafana/data';
import { wallAddress } from '../screen/address';
import { element, written } from './element';
import type { Draw } from './panel';

interface Options {
    mode?: 'html' | 'markdown' | 'code';
    content?: string;
}

/** Written text: what a browser would run is taken out, and styles are set through the object model, as the content security policy asks. */
export const text: Draw = ({ panel, body, replace }) => {
    const { mode, content = '' } = panel.options as Options;
    const filled = replace(content, undefined, 'html');
    if (mode === 'code') {
        body.append(element('pre', 'prose', {}, filled));
        return;
    }
    const html = mode === 'html' ? textUtil.sanitizeTextPanelContent(filled) : renderTextPanelMarkdown(filled);
    // Even a document that nobody sees may not parse a style attribute; the copy sets it through the object model.
    const read = new DOMParser().parseFromString(html.replace(/(<[^>]*?\s)style=/g, '$1data-style='), 'text/html');
    body.append(element('div', mode === 'html' ? 'html' : 'prose', {}, ...[...read.body.childNodes].flatMap(copied)));
};

function copied(node: Node): Node[] {
    if (node.nodeType === Node.TEXT_NODE) return [written(node.textContent ?? '')];
    if (!(node instanceof Element) || node.tagName === 'IFRAME' || node.tagName === 'IMG') return [];
    const made = document.createElement(node.tagName);
    for (const { name, value } of node.attributes) {
        if (name === 'data-style') made.style.cssText = value;
        else if (name === 'href') {
            const address = wallAddress(value);
            if (address) made.setAttribute('href', address);
        } else if (name !== 'src') made.setAttribute(name, value);
    }
    made.append(...[...node.childNodes].flatMap(copied));
    return [made];
}
