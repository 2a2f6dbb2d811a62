package dev.pennant.wall.http;

import dev.pennant.wall.frame.FrameException;
import dev.pennant.wall.query.DatabaseException;
import dev.pennant.wall.sql.QueryException;
import dev.pennant.wall.variable.AskedException;
import java.util.concurrent.CompletionException;

/**
 * Why something cannot be sent, as people at a wall read it.
 *
 * @param status of HTTP
 * @param sentence in Chinese, without anything of the inside
 */
record Problem(int status, String sentence) {
    static final Problem NO_SUCH_PAGE = new Problem(404, "没有这个页面");
    static final Problem NO_SUCH_BOARD = new Problem(404, "没有这块看板");
    static final Problem NO_SUCH_PANEL = new Problem(404, "这块看板没有这个面板");
    static final Problem ONLY_GET = new Problem(405, "只能读取");
    static final Problem BAD_ADDRESS = new Problem(400, "地址有误");
    static final Problem NOT_BUILT = new Problem(503, "大屏页面尚未构建：请在 dashboards/viewer 中运行 npm ci 和 npm run build");
    static final Problem AWAY = new Problem(503, "数据库暂时连接不上，恢复后会自动刷新");
    static final Problem TOO_MANY = new Problem(503, "连接的屏幕过多，请稍后再试");

    /** What a failure is to whoever asked. */
    static Problem of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof AskedException asked) {
            return new Problem(400, asked.getMessage());
        }
        if (cause instanceof DatabaseException silent) {
            return switch (silent.reason()) {
                case UNREACHABLE -> AWAY;
                case BUSY -> new Problem(503, "查询过多，请稍后再试");
                case TOO_SLOW -> new Problem(504, "查询超时");
                case TOO_LARGE -> new Problem(500, "查询结果过大");
                case DENIED -> new Problem(403, "大屏无权查看这项数据");
                case REFUSED -> new Problem(500, "查询有误，详见日志");
            };
        }
        if (cause instanceof QueryException || cause instanceof FrameException) {
            return new Problem(500, "面板的查询有误，详见日志");
        }
        return new Problem(500, "内部错误，详见日志");
    }

    /** Whether somebody who looks after the boards should find it in the log. */
    boolean isOurs() {
        return (status >= 500 && !equals(AWAY)) || status == 403;
    }
}
