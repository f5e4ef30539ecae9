package energy.ebbflow.firmware.vehicle;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.firmware.events.Json;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.transport.FrameTap;
import energy.ebbflow.iso15118.transport.VehicleName;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows every frame of the vehicle's link as an event line. Thread-safe. */
public final class FrameLines implements FrameTap {
  private static final Logger LOG = LoggerFactory.getLogger(FrameLines.class);
  private static final double NANOS_PER_MILLI = 1e6;

  private final int evse;
  private final EventLines events;
  private final Consumer<String> approached;
  private final Runnable connected;

  /** A coder belongs to one thread at a time; here it only knows names. */
  private final ThreadLocal<Map<MessageSet, ExiCodec<V2gMessage>>> names =
      ThreadLocal.withInitial(() -> new EnumMap<>(MessageSet.class));

  /**
   * Makes the tap.
   *
   * @param evse number of the outlet
   * @param approached told, with its address, when a vehicle is heard before its session begins
   * @param connected told when a connection comes in
   */
  public FrameLines(int evse, EventLines events, Consumer<String> approached, Runnable connected) {
    this.evse = evse;
    this.events = events;
    this.approached = approached;
    this.connected = connected;
  }

  @Override
  public void frame(Frame frame) {
    if (!events.wanted()) {
      return;
    }
    Json line =
        events
            .line("message")
            .with("evse", evse)
            .with("direction", frame.direction() == Direction.EV_TO_EVSE ? "ev>evse" : "evse>ev")
            .with("name", name(frame))
            .with("set", frame.set().map(MessageSet::label).orElse(""))
            .with("payloadType", String.format("0x%04X", frame.type().code()))
            .with("hex", HexFormat.of().formatHex(frame.payload()));
    if (frame.responseNanos().isPresent()) {
      line.with("responseMillis", frame.responseNanos().getAsLong() / NANOS_PER_MILLI);
    }
    events.offer(line);
  }

  @Override
  public void discovered(String address, String answer) {
    String vehicle = VehicleName.of(address);
    approached.accept(address);
    LOG.info("SDP: vehicle {} was told {}", vehicle, answer);
    log("SDP: vehicle " + vehicle + " was told " + answer);
  }

  @Override
  public void connected(String address, boolean tls) {
    connected.run();
    String vehicle = VehicleName.of(address);
    approached.accept(address);
    LOG.info("vehicle {} connected over {}", vehicle, tls ? "TLS" : "TCP");
    if (tls) {
      log("vehicle connected, TLS begins");
    } else {
      transport("TCP", "no TLS");
    }
  }

  @Override
  public void secured(String address, String summary, long millis) {
    String vehicle = VehicleName.of(address);
    LOG.info("TLS with vehicle {}: {}, {} ms", vehicle, summary, millis);
    // "TLSv1.3 TLS_AES_256_GCM_SHA384": the version, then the suite.
    String[] words = summary.split(" ", 2);
    transport(words[0], (words.length > 1 ? words[1] + ", " : "") + "handshake " + millis + " ms");
  }

  @Override
  public void refused(String address, String reason) {
    String vehicle = VehicleName.of(address);
    LOG.warn("vehicle {} refused: {}", vehicle, reason);
    log("vehicle refused: " + reason);
  }

  private void transport(String protocol, String detail) {
    if (events.wanted()) {
      events.offer(
          events
              .line("transport")
              .with("evse", evse)
              .with("protocol", protocol)
              .with("detail", detail));
    }
  }

  private void log(String text) {
    if (events.wanted()) {
      events.offer(events.line("log").with("evse", evse).with("level", "info").with("text", text));
    }
  }

  private String name(Frame frame) {
    if (frame.message().isEmpty() || frame.set().isEmpty()) {
      return "";
    }
    Optional<Object> inside = inside(frame.message().get());
    if (inside.isPresent()) {
      return wireName(inside.get());
    }
    try {
      return names
          .get()
          .computeIfAbsent(frame.set().get(), MessageSet::codec)
          .rootName(frame.message().get());
    } catch (ExiException unknown) {
      return frame.message().get().getClass().getSimpleName();
    }
  }

  /** What is in the one envelope of ISO 15118-2 and DIN SPEC 70121. */
  private static Optional<Object> inside(V2gMessage message) {
    return switch (message) {
      case Iso2Message iso2 -> iso2.body().bodyElement().map(body -> body);
      case DinMessage din -> din.body().bodyElement().map(body -> body);
      default -> Optional.empty();
    };
  }

  /** The records bear the standard's names, with the last word written out. */
  private static String wireName(Object body) {
    return body.getClass()
        .getSimpleName()
        .replaceFirst("Request$", "Req")
        .replaceFirst("Response$", "Res");
  }
}
