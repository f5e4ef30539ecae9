package energy.ebbflow.simulator.timeline;

/** Signed power as a bar that grows to the right into the vehicle, to the left out of it. */
final class PowerBar {
  private static final int CELLS = 12;

  private PowerBar() {}

  /**
   * Draws it.
   *
   * @param full the power in W at which a side is full
   */
  static String draw(double watts, double full, Ink ink) {
    int cells = full <= 0 ? 0 : (int) Math.round(Math.min(1, Math.abs(watts) / full) * CELLS);
    String bar = "█".repeat(cells);
    String rest = "·".repeat(CELLS - cells);
    String empty = "·".repeat(CELLS);
    return watts < 0
        ? ink.paint(Ink.Tone.FAINT, rest)
            + ink.paint(Ink.Tone.DISCHARGE, bar)
            + "│"
            + ink.paint(Ink.Tone.FAINT, empty)
        : ink.paint(Ink.Tone.FAINT, empty)
            + "│"
            + ink.paint(Ink.Tone.CHARGE, bar)
            + ink.paint(Ink.Tone.FAINT, rest);
  }
}
