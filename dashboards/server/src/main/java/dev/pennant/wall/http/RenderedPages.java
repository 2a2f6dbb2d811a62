package dev.pennant.wall.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pages that are good for as long as what they were made of has not changed. The longest unused are forgotten. */
final class RenderedPages {
    private static final int KEPT = 500;

    private final Map<Object, Rendered> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Rendered> eldest) {
            return size() > KEPT;
        }
    };

    /** The page of a key, made anew where it was made of something else before. */
    Page page(Object key, Object madeOf, Making making) throws Exception {
        synchronized (this) {
            Rendered known = pages.get(key);
            if (known != null && known.madeOf.equals(madeOf)) {
                return known.page;
            }
        }
        Page page = making.make();
        synchronized (this) {
            pages.put(key, new Rendered(madeOf, page));
        }
        return page;
    }

    /** Makes a page. */
    interface Making {
        Page make() throws Exception;
    }

    private record Rendered(Object madeOf, Page page) {}
}
