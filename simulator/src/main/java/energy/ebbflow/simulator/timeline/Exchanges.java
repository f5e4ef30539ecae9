package energy.ebbflow.simulator.timeline;

import energy.ebbflow.simulator.facts.Percentiles;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Joins each request with its response, and a row of the same exchange into one remark. Mutable.
 */
final class Exchanges {
  private Optional<TraceEvent> request = Optional.empty();
  private String shown = "";
  private int repeats;
  private final List<Double> millis = new ArrayList<>();

  /** The text of the exchange that this message completes, if it is worth a line. */
  List<String> take(TraceEvent message) {
    List<String> lines = new ArrayList<>();
    if (message.text("direction").equals("ev>evse")) {
      request.ifPresent(lonely -> lines.add(lonely.text("name") + "  no response"));
      request = Optional.of(message);
      return lines;
    }
    String asked = request.map(r -> r.text("name")).orElse("nothing asked");
    request = Optional.empty();
    String both = asked + " → " + message.text("name");
    if (both.equals(shown)) {
      repeats++;
      message.number("responseMillis").ifPresent(millis::add);
      return lines;
    }
    lines.addAll(finish());
    shown = both;
    lines.add(both + message.number("responseMillis").map(Exchanges::took).orElse(""));
    return lines;
  }

  /** The remark on the repeats so far; they begin anew. */
  List<String> finish() {
    List<String> lines = new ArrayList<>();
    if (repeats > 0) {
      String times =
          Percentiles.of(millis)
              .map(
                  p ->
                      String.format(
                          Locale.ROOT, "  median %.1f ms, at most %.1f ms", p.p50(), p.max()))
              .orElse("");
      lines.add("… the same " + repeats + " × more" + times);
    }
    repeats = 0;
    millis.clear();
    shown = "";
    return lines;
  }

  int repeats() {
    return repeats;
  }

  private static String took(double value) {
    return String.format(Locale.ROOT, "  %.1f ms", value);
  }
}
