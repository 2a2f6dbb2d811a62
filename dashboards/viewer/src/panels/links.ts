import type { LinkModel } from '@grafana/data';
import { wallAddress } from '../screen/address';
import { element } from './element';

/** The element as a link to where the first of its links leads; with none, as it is. */
export function linked<E extends HTMLElement>(target: E, links: Pick<LinkModel, 'href' | 'title' | 'target'>[]): HTMLElement {
    const [first] = links;
    if (!first) return target;
    const address = wallAddress(first.href);
    if (address === undefined) return target;
    const anchor = element('a', target.className, {}, ...target.childNodes);
    anchor.href = address;
    anchor.title = first.title;
    if (first.target === '_blank') anchor.target = '_blank';
    anchor.style.cssText = target.style.cssText;
    return anchor;
}
