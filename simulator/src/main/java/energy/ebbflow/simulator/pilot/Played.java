package energy.ebbflow.simulator.pilot;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iec61851.DutyCycle;
import energy.ebbflow.simulator.physics.PilotDuty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The timeline of one script, a line per change. */
final class Played {
  private final List<String> lines = new ArrayList<>();
  private long millis;

  void at(long now) {
    millis = now;
  }

  void note(String kind, String text) {
    lines.add(String.format(Locale.ROOT, "%8d ms  %-10s %s", millis, kind, text));
  }

  void level(double high, boolean diode) {
    note("line", String.format(Locale.ROOT, "%+.1f V%s", high, diode ? "" : ", no diode"));
  }

  void signal(PilotSignal signal) {
    note(
        "signal",
        switch (signal) {
          case PilotSignal.Steady() -> "steady +12 V (X1)";
          case PilotSignal.Zero() -> "steady 0 V (E)";
          case PilotSignal.Negative() -> "steady -12 V (F)";
          case PilotSignal.Pwm(double percent) ->
              percent == DutyCycle.DIGITAL_PERCENT
                  ? "PWM 5.0 %, digital communication"
                  : String.format(
                      Locale.ROOT, "PWM %.1f %%, %.1f A", percent, PilotDuty.amps(percent));
        });
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
