package energy.ebbflow.simulator.timeline;

import java.util.Locale;

/**
 * One line of a timeline.
 *
 * @param t virtual seconds since the epoch
 * @param who {@code evse}, {@code ev}, {@code ocpp}, {@code csms} or {@code bench}
 * @param tone what kind of line it is
 */
public record Entry(double t, String who, Ink.Tone tone, String text) {
  private static final int WHO_WIDTH = 5;

  /** The line as it stands on a terminal. */
  public String line(Ink ink) {
    Ink.Tone lane =
        switch (who) {
          case "ev", "ev2" -> Ink.Tone.VEHICLE;
          case "csms", "ocpp" -> Ink.Tone.OFFICE;
          case "evse", "evse2" -> Ink.Tone.STATION;
          default -> Ink.Tone.FAINT;
        };
    return time(t, ink)
        + Ink.pad(ink.paint(lane, who), WHO_WIDTH)
        + " "
        + (tone == Ink.Tone.PLAIN ? text : ink.paint(tone, text));
  }

  static String time(double t, Ink ink) {
    return ink.paint(Ink.Tone.FAINT, String.format(Locale.ROOT, "%9.3f", t)) + "  ";
  }
}
