package energy.ebbflow.simulator.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.timeline.Ink.Tone;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A run while it runs: one line for what matters, one moving line for the flow of energy. */
public final class Timeline {
  /** Where no line can be replaced, the flow of energy is shown this often, in virtual s. */
  static final double FLOW_SECONDS = 5;

  /** A change of the decided power below this goes without a line, in W. */
  private static final double DECISION_WATTS_MIN = 500;

  private static final Set<String> TALK_STATES =
      Set.of(
          "SupportedAppProtocol",
          "SessionSetup",
          "AuthorizationSetup",
          "Authorize",
          "ServiceDiscovery",
          "ServiceDetail",
          "ServiceSelection",
          "ChargeParameterDiscovery",
          "ScheduleExchange",
          "CableCheck",
          "PreCharge",
          "PowerDeliveryStart",
          "ChargeLoop",
          "PowerDeliveryStop",
          "WeldingDetection",
          "SessionStop");

  private static final double FLOW_WATTS_MIN = 100;
  private static final double FULL_WATTS_STEP = 5_000;

  private final Screen screen;
  private final Ink ink;
  private final RunFacts facts;
  private final String suffix;
  private final Exchanges exchanges = new Exchanges();
  private double setpoint = Double.NaN;
  private double soc = Double.NaN;
  private boolean vehicleTellsSoc;
  private double volts;
  private double amps;
  private double lastFlow = Double.NEGATIVE_INFINITY;
  private boolean flowing;
  private double decisionWatts = Double.NaN;

  /**
   * A timeline.
   *
   * @param facts of the same run; they take each event before the timeline does
   */
  public Timeline(Screen screen, Ink ink, RunFacts facts) {
    this(screen, ink, facts, "");
  }

  private Timeline(Screen screen, Ink ink, RunFacts facts, String suffix) {
    this.screen = screen;
    this.ink = ink;
    this.facts = facts;
    this.suffix = suffix;
  }

  /** What happens at the second outlet, on the same screen. */
  public Timeline ofSecond() {
    return new Timeline(screen, ink, facts.second(), "2");
  }

  /** Shows the next event, if it is worth it. */
  public void take(TraceEvent event) {
    switch (event.kind()) {
      case "pilot" -> say(event, Tone.STATION, pilot(event));
      case "message" -> message(event);
      case "contactor" ->
          say(event, Tone.STRONG, "contactors " + (event.flag("closed") ? "CLOSED" : "OPEN"));
      case "lock" ->
          say(event, Tone.STRONG, event.flag("locked") ? "plug locked" : "plug released");
      case "sample" -> sample(event);
      case "ocpp" -> ocpp(event);
      case "phase" -> phase(event);
      case "decision" -> decision(event);
      case "basic" -> say(event, Tone.STATION, "minimum  " + event.text("text"));
      case "session" -> say(event, Tone.STRONG, "session  " + session(event));
      case "fault" ->
          say(
              event,
              event.flag("cleared") ? Tone.GOOD : Tone.BAD,
              (event.flag("cleared") ? "fault gone  " : "FAULT  ")
                  + event.text("code")
                  + "  "
                  + event.text("text"));
      case "state" -> state(event);
      case "transport" ->
          say(event, Tone.STRONG, event.text("protocol") + "  " + event.text("detail"));
      case "log" -> log(event);
      case "display" -> display(event);
      case "link" -> say(event, Tone.OFFICE, "station connected, OCPP " + event.text("dialect"));
      default -> {}
    }
  }

  /** What the station's screen shows from now on. */
  private void display(TraceEvent event) {
    for (JsonNode line : event.body().path("lines")) {
      int evse = line.path("evse").asInt();
      String form = line.path("form").asText();
      say(
          event,
          Tone.STATION,
          "display  "
              + (evse == 0 ? "" : "outlet " + evse + "  ")
              + (form.equals("text") ? "" : "[" + form + "] ")
              + line.path("text").asText());
    }
  }

  /** Shows what is left to show. */
  public void finish() {
    exchanges.finish().forEach(text -> exchange(facts.now(), text));
  }

  private void message(TraceEvent event) {
    exchanges.take(event).forEach(text -> exchange(event.t(), text));
  }

  private void exchange(double t, String text) {
    put(t, "ev", Tone.VEHICLE, text);
  }

  private void ocpp(TraceEvent event) {
    // The firmware reports its end of the link too; the back office's is the one that counts.
    if (!event.who().equals("csms") || OcppText.routine(event)) {
      return;
    }
    boolean bad = event.text("type").equals("CALLERROR") || event.text("type").equals("GARBAGE");
    OcppText.of(event)
        .ifPresent(text -> put(event.t(), "ocpp", bad ? Tone.WARNING : Tone.OFFICE, text));
  }

  private void phase(TraceEvent event) {
    // The vehicle has phases of its own; the station's are the ones that are measured.
    if (event.who().equals("evse") && event.text("state").equals("begin")) {
      exchanges.finish().forEach(text -> exchange(event.t(), text));
      say(event, Tone.STRONG, "── " + event.text("name") + " ──");
    }
  }

  /** Inside the conversation the vehicle's states bear the names of the messages beside them. */
  private void state(TraceEvent event) {
    if (!event.who().equals("ev") || !TALK_STATES.contains(event.text("name"))) {
      say(event, Tone.FAINT, "state  " + event.text("name"));
    }
  }

  private void decision(TraceEvent event) {
    double watts = event.number("watts").orElse(0.0);
    String limit = event.text("limit");
    // Limits that lie close together take turns; only a step of the power is worth a line.
    if (Math.abs(watts - decisionWatts) < DECISION_WATTS_MIN) {
      return;
    }
    decisionWatts = watts;
    say(
        event,
        Tone.STATION,
        String.format(Locale.ROOT, "decision  %+.2f kW  by %s", watts / 1000, limit));
  }

  private void log(TraceEvent event) {
    String level = event.text("level");
    if (level.equals("warning") || level.equals("warn") || level.equals("error")) {
      say(event, level.equals("error") ? Tone.BAD : Tone.WARNING, "! " + event.text("text"));
    } else if (event.who().equals("csms") || event.who().equals("bench")) {
      say(event, Tone.FAINT, event.text("text"));
    }
  }

  private void sample(TraceEvent event) {
    if (event.who().equals("ev")) {
      // The vehicle knows its battery better than the whole percents that it tells the station.
      soc = event.number("soc").orElse(soc);
      vehicleTellsSoc |= event.number("soc").isPresent();
      return;
    }
    if (!vehicleTellsSoc) {
      soc = event.number("soc").orElse(soc);
    }
    setpoint = event.number("setpointWatts").orElse(setpoint);
    volts = event.number("volts").orElse(volts);
    amps = event.number("amps").orElse(amps);
    boolean now = Math.abs(facts.watts()) >= FLOW_WATTS_MIN;
    if (screen.live()) {
      if (now || flowing) {
        screen.progress(Ink.cut(Entry.time(event.t(), ink) + flow(), screen.width()));
      }
    } else if (now && event.t() - lastFlow >= FLOW_SECONDS) {
      lastFlow = event.t();
      put(event.t(), "evse", Tone.PLAIN, flow());
    }
    flowing = now;
  }

  private String flow() {
    double watts = facts.watts();
    double most =
        Math.max(
            facts.number(Fact.WATTS_MAX).orElse(0.0), -facts.number(Fact.WATTS_MIN).orElse(0.0));
    double full = Math.ceil(Math.max(most, 1) / FULL_WATTS_STEP) * FULL_WATTS_STEP;
    StringBuilder text = new StringBuilder(PowerBar.draw(watts, full, ink));
    text.append(
        String.format(Locale.ROOT, " %+7.2f kW  %5.1f V %+6.1f A", watts / 1000, volts, amps));
    if (!Double.isNaN(setpoint)) {
      text.append(String.format(Locale.ROOT, "  asked %+.2f kW", setpoint / 1000));
    }
    if (!Double.isNaN(soc)) {
      text.append(String.format(Locale.ROOT, "  SoC %.2f %%", soc));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  in %.1f Wh  out %.1f Wh",
            facts.number(Fact.IMPORTED_WH).orElse(0.0),
            facts.number(Fact.EXPORTED_WH).orElse(0.0)));
    if (exchanges.repeats() > 0) {
      text.append("  loop ").append(exchanges.repeats());
    }
    return text.toString();
  }

  private static String pilot(TraceEvent event) {
    StringBuilder text = new StringBuilder("pilot  ");
    String from = event.text("from");
    if (!from.isEmpty() && !from.equals(event.text("state"))) {
      text.append(from).append(" → ");
    }
    text.append(event.text("state"));
    event
        .number("highVolts")
        .ifPresent(v -> text.append(String.format(Locale.ROOT, "  %+.1f V", v)));
    event
        .number("lowVolts")
        .filter(v -> v < 0)
        .ifPresent(v -> text.append(String.format(Locale.ROOT, " / %+.1f V", v)));
    event
        .number("dutyPercent")
        .ifPresent(
            duty ->
                text.append(
                    duty >= 100 ? "  no PWM" : String.format(Locale.ROOT, "  PWM %.1f %%", duty)));
    return text.toString();
  }

  private static String session(TraceEvent event) {
    return String.join(
        " · ",
        List.of(event.text("protocol"), event.text("service"), event.text("control")).stream()
            .filter(word -> !word.isEmpty())
            .toList());
  }

  private void say(TraceEvent event, Tone tone, String text) {
    put(event.t(), event.who(), tone, text);
  }

  private void put(double t, String who, Tone tone, String text) {
    screen.entry(new Entry(t, who + suffix, tone, text));
  }
}
