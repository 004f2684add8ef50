package io.github.smtpbot.discord.bot;

import io.github.smtpbot.meter.Meters;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Counts how often shards connect to the gateway, and how often they are sent away. */
final class GatewayMeter extends ListenerAdapter {

  private final Runnable connected;
  private final Runnable disconnected;

  GatewayMeter(Meters meters) {
    connected = meters.counter("smtpbot.discord.connected", "Times that a shard connected");
    disconnected =
        meters.counter("smtpbot.discord.disconnected", "Times that a shard lost its connection");
  }

  @Override
  public void onReady(ReadyEvent event) {
    connected.run();
  }

  @Override
  public void onSessionResume(SessionResumeEvent event) {
    connected.run();
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    connected.run();
  }

  @Override
  public void onSessionDisconnect(SessionDisconnectEvent event) {
    disconnected.run();
  }
}
