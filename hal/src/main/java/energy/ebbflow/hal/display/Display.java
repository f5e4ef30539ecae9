package energy.ebbflow.hal.display;

import java.util.List;

/** A screen for people at the station. Any thread; never blocks. */
public interface Display {
  /** How a line is meant. */
  enum Kind {
    TEXT,
    /** An address in the World Wide Web. */
    ADDRESS,
    /** What a QR code says. */
    QR_CODE
  }

  /**
   * A line of it.
   *
   * @param evse number of the outlet that it concerns; 0: all
   */
  record Line(int evse, Kind kind, String text) {}

  /** Shows these lines and no others, the foremost first. */
  void show(List<Line> lines);
}
