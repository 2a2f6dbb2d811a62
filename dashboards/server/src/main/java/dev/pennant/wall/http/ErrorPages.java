package dev.pennant.wall.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is sent for a request that Jetty itself refuses: no name, no version and no reason of the inside. */
final class ErrorPages extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange.SECURITY.forEach((name, value) -> response.getHeaders().put(name, value));
        int status = response.getStatus();
        new Exchange(request, response, callback)
                .send(status >= 500 ? new Problem(status, "内部错误，详见日志") : new Problem(status, "地址有误"));
        return true;
    }
}
