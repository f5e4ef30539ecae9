package energy.ebbflow.hal.linux;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GPIO line as a board file names it: {@code 17}, {@code !17} (active low), {@code 17 pull-up}.
 *
 * @param number the offset of the line in its chip; on a Raspberry Pi the BCM number
 * @param activeLow whether the low level means "on"
 * @param pull resistor inside the chip, for inputs
 */
public record LineName(int number, boolean activeLow, Pull pull) {
  /** The written form. */
  public static final Pattern PATTERN = Pattern.compile("(!?)([0-9]{1,3})( pull-up| pull-down)?");

  /** The written form in words. */
  public static final String FORM = "a GPIO line such as 17, !17 (active low) or \"17 pull-up\"";

  /** Resistors inside the chip. */
  public enum Pull {
    NONE,
    UP,
    DOWN
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it does not match {@link #PATTERN}
   */
  public static LineName parse(String text) {
    Matcher parts = PATTERN.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("expected " + FORM + ", got " + text);
    }
    Pull pull =
        switch (String.valueOf(parts.group(3))) {
          case " pull-up" -> Pull.UP;
          case " pull-down" -> Pull.DOWN;
          default -> Pull.NONE;
        };
    return new LineName(Integer.parseInt(parts.group(2)), !parts.group(1).isEmpty(), pull);
  }

  @Override
  public String toString() {
    return "GPIO " + number + (activeLow ? " (active low)" : "");
  }
}
