package io.github.smtpbot.slack.bot;

import com.slack.api.bolt.App;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the browsers of those who install the app to Bolt; all other requests pass. */
final class InstallHandler extends Handler.Wrapper {

  private static final Logger LOG = LoggerFactory.getLogger(InstallHandler.class);

  private final App app;
  private final SlackRequestParser parser;

  InstallHandler(App app, Handler next) {
    super(next);
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    boolean ours =
        app.config().isOAuthInstallPathEnabled()
            && (path.equals(app.config().getOauthInstallRequestURI())
                || path.equals(app.config().getOauthRedirectUriRequestURI()));
    if (!ours) {
      return super.handle(request, response, callback);
    }
    // Whoever looks at it in a frame may be led to press what they do not see.
    response
        .getHeaders()
        .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    if (!HttpMethod.GET.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET");
      response.setStatus(HttpStatus.METHOD_NOT_ALLOWED_405);
      Content.Sink.write(response, true, "GET only\n", callback);
      return true;
    }
    answer(path, request, response, callback);
    return true;
  }

  private void answer(String path, Request request, Response response, Callback callback) {
    String body = "";
    try {
      com.slack.api.bolt.request.Request<?> parsed =
          parser.parse(SlackRequestHandler.toBolt(path, request, ""));
      com.slack.api.bolt.response.Response result =
          app.run(Objects.requireNonNull(parsed, "no request of Bolt's"));
      response.setStatus(result.getStatusCode());
      String type = Objects.requireNonNullElse(result.getContentType(), "text/plain");
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
      Map<String, List<String>> headers = Objects.requireNonNullElse(result.getHeaders(), Map.of());
      headers.forEach((name, values) -> response.getHeaders().put(name, values));
      body = Objects.requireNonNullElse(result.getBody(), "");
    } catch (Exception e) {
      // The message of a parser quotes what it read.
      LOG.warn("An installation failed: {}", e.getClass().getName());
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
    }
    Content.Sink.write(response, true, body, callback);
  }
}
