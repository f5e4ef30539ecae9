package energy.ebbflow.simulator.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long the station took to do what it was told. Mutable. */
final class ReactionBook {
  /** Set-points that have not been reached; more than this are not timed. */
  private static final int WAITING_MAX = 100;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Order(double t, double watts) {}

  private final Deque<Order> waiting = new ArrayDeque<>();
  private Optional<Double> stopOrdered = Optional.empty();
  private Optional<Double> stopMillis = Optional.empty();
  private Optional<Double> setpointMillis = Optional.empty();
  private Optional<Double> lastMessage = Optional.empty();
  private Optional<Double> silenceMillis = Optional.empty();
  private boolean closed;

  void take(TraceEvent event) {
    switch (event.kind()) {
      case "message" -> lastMessage = Optional.of(event.t());
      case "ocpp" -> order(event);
      case "contactor" -> contactor(event);
      case "sample" -> {
        if (event.who().equals("evse")) {
          event.number("watts").ifPresent(watts -> reached(event.t(), watts));
        }
      }
      default -> {}
    }
  }

  private void order(TraceEvent event) {
    if (!event.who().equals("csms")
        || !event.text("direction").equals("csms>cs")
        || !event.text("type").equals("CALL")) {
      return;
    }
    JsonNode payload = event.body().path("payload");
    switch (event.text("action")) {
      case "RequestStopTransaction", "RemoteStopTransaction" -> {
        stopOrdered = stopOrdered.or(() -> Optional.of(event.t()));
        waiting.clear();
      }
      case "SetChargingProfile" -> setpoint(event.t(), payload);
      case "DataTransfer" -> {
        // Over OCPP 1.6 a set-point is a message of 2.1 as text.
        if (payload.path("messageId").asText().equals("SetChargingProfile")) {
          setpoint(event.t(), parsed(payload.path("data").asText()));
        }
      }
      default -> {}
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private void setpoint(double t, JsonNode payload) {
    JsonNode period = payload.at("/chargingProfile/chargingSchedule/0/chargingSchedulePeriod/0");
    // 2.0.1 has it in its vendor data.
    JsonNode watts =
        period.path("setpoint").isNumber()
            ? period.path("setpoint")
            : period.path("customData").path("setpoint");
    if (watts.isNumber() && waiting.size() < WAITING_MAX) {
      waiting.add(new Order(t, watts.doubleValue()));
    }
  }

  private void contactor(TraceEvent event) {
    boolean now = event.flag("closed");
    if (closed && !now) {
      stopMillis = stopMillis.or(() -> stopOrdered.map(order -> (event.t() - order) * 1000));
      double longest = silenceMillis.orElse(0.0);
      silenceMillis = lastMessage.map(last -> Math.max(longest, (event.t() - last) * 1000));
    }
    closed = now;
  }

  /** A set-point is obeyed once power flows its way. */
  private void reached(double t, double watts) {
    while (!waiting.isEmpty()) {
      Order order = waiting.peekFirst();
      boolean obeyed =
          Math.abs(watts) >= MeterBook.FLOW_WATTS_MIN
              && Math.signum(watts) == Math.signum(order.watts());
      if (!obeyed) {
        return;
      }
      waiting.removeFirst();
      double millis = (t - order.t()) * 1000;
      setpointMillis = Optional.of(Math.max(millis, setpointMillis.orElse(0.0)));
    }
  }

  /** From the back office's order to stop to open contactors, in ms. */
  Optional<Double> stopToOpenMillis() {
    return stopMillis;
  }

  /** The longest from a set-point's message to power in its direction, in ms. */
  Optional<Double> setpointToPowerMillis() {
    return setpointMillis;
  }

  /** From the last message before the contactors opened to their opening, the longest, in ms. */
  Optional<Double> silenceToOpenMillis() {
    return silenceMillis;
  }
}
