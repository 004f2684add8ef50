package io.github.smtpbot.discord;

import java.io.IOException;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Answers an interaction once more where Discord did not take the first answer: it takes another
 * one then, but JDA sends one only. Uses the threads of the bot's HTTP client.
 */
final class SecondAnswer {

  private static final MediaType JSON = MediaType.get("application/json");

  /** The kind of callback that shows a message. */
  private static final int MESSAGE = 4;

  /** The flag of a message that only the asker sees. */
  private static final int EPHEMERAL = 1 << 6;

  private final HttpUrl api;

  /**
   * Answers by this REST interface.
   *
   * @param api with the version in its path, and {@code /} at its end
   */
  SecondAnswer(HttpUrl api) {
    this.api = api;
  }

  /** Sends it, without a picture; if that fails too, the log says so. */
  void send(IReplyCallback event, Reply reply) {
    DataObject message = reply.withoutPicture().message().toData();
    if (reply.isEphemeral()) {
      message.put("flags", message.getInt("flags", 0) | EPHEMERAL);
    }
    DataObject callback = DataObject.empty().put("type", MESSAGE).put("data", message);
    HttpUrl url =
        api.newBuilder()
            .addPathSegment("interactions")
            .addPathSegment(event.getId())
            .addPathSegment(event.getToken())
            .addPathSegment("callback")
            .build();
    Request request =
        new Request.Builder().url(url).post(RequestBody.create(callback.toJson(), JSON)).build();
    event
        .getJDA()
        .getHttpClient()
        .newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                Failures.report(e);
              }

              @Override
              public void onResponse(Call call, Response response) {
                try (response) {
                  if (!response.isSuccessful()) {
                    Failures.refusedAgain(response.code());
                  }
                }
              }
            });
  }
}
