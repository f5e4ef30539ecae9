package energy.ebbflow.firmware.events;

import energy.ebbflow.hal.display.Display;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The screen of the bench: what it shows is a line of the events. */
public final class EventDisplay implements Display {
  private final EventLines events;

  public EventDisplay(EventLines events) {
    this.events = events;
  }

  @Override
  public void show(List<Line> lines) {
    if (events.wanted()) {
      events.offer(
          events
              .line("display")
              .withRaw(
                  "lines",
                  lines.stream()
                      .map(
                          line ->
                              Json.object()
                                  .with("evse", (long) line.evse())
                                  .with("form", line.kind().name().toLowerCase(Locale.ROOT))
                                  .with("text", line.text())
                                  .end())
                      .collect(Collectors.joining(",", "[", "]"))));
    }
  }
}
