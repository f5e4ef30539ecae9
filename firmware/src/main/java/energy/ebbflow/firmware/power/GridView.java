package energy.ebbflow.firmware.power;

import java.util.Optional;

/**
 * What is known of the grid: its frequency and the power of the site's connection, each with the
 * time of its last word.
 */
public record GridView(Optional<Word> hertz, Optional<Word> siteWatts) {
  /** Nothing is known. */
  public static final GridView UNKNOWN = new GridView(Optional.empty(), Optional.empty());

  /** A value and when it came. */
  public record Word(double value, long atNanos) {}

  /** The same with another frequency. */
  public GridView withHertz(double value, long nowNanos) {
    return new GridView(Optional.of(new Word(value, nowNanos)), siteWatts);
  }

  /** The same with another power of the site, positive where it draws. */
  public GridView withSiteWatts(double value, long nowNanos) {
    return new GridView(hertz, Optional.of(new Word(value, nowNanos)));
  }
}
