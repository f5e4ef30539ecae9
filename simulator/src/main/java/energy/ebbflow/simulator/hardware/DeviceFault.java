package energy.ebbflow.simulator.hardware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What goes wrong with a played device, and when: {@code WHEN SECONDS DEVICE WORD [VALUE]}.
 *
 * @param charging whether the time counts from the first current, otherwise from the start
 * @param seconds how long after it
 * @param device which
 * @param word what
 * @param value how much, or which module; 0 where none is needed
 * @param on whether it begins, otherwise it ends
 */
public record DeviceFault(
    boolean charging, double seconds, Device device, Word word, double value, boolean on) {
  /** Most faults of one script. */
  private static final int FAULTS_MAX = 64;

  private static final double SECONDS_MAX = 86_400;

  /** The devices that can break. */
  public enum Device {
    /** Whoever owns pilot and contactors. */
    BOARD,
    CONVERTER,
    METER,
    ISOLATION
  }

  /** What can happen to them. */
  public enum Word {
    SILENT(Device.BOARD, Device.CONVERTER, Device.METER, Device.ISOLATION),
    UNPLUGGED(Device.BOARD),
    GARBAGE(Device.BOARD),
    /** One module, by its address. */
    MODULE_LOST(Device.CONVERTER),
    /** One module, by its address. */
    OVER_TEMPERATURE(Device.CONVERTER),
    JAMMED(Device.CONVERTER),
    ERROR(Device.ISOLATION),
    /** The resistance that is measured from now on. */
    KILO_OHMS(Device.ISOLATION);

    private final List<Device> devices;

    Word(Device... devices) {
      this.devices = List.of(devices);
    }

    boolean needsValue() {
      return this == MODULE_LOST || this == OVER_TEMPERATURE || this == KILO_OHMS;
    }
  }

  /**
   * Reads faults that are separated by semicolons.
   *
   * @throws IllegalArgumentException with one line that says what was expected
   */
  public static List<DeviceFault> parse(String script) {
    List<DeviceFault> faults = new ArrayList<>();
    for (String text : script.split(";", FAULTS_MAX + 1)) {
      if (!text.isBlank()) {
        faults.add(one(text.strip()));
      }
    }
    if (faults.size() > FAULTS_MAX) {
      throw new IllegalArgumentException("expected at most " + FAULTS_MAX + " faults");
    }
    return List.copyOf(faults);
  }

  private static DeviceFault one(String text) {
    List<String> words = Arrays.asList(text.split(" +"));
    if (words.size() < 4 || words.size() > 6) {
      throw wrong("WHEN SECONDS DEVICE WORD [VALUE] [off]", text);
    }
    if (!words.getFirst().equals("start") && !words.getFirst().equals("charging")) {
      throw wrong("start or charging", words.getFirst());
    }
    double seconds = number(words.get(1), SECONDS_MAX);
    Device device = word(Device.class, words.get(2));
    Word word = word(Word.class, words.get(3));
    if (!word.devices.contains(device)) {
      throw wrong("a fault that " + words.get(2) + " can have", words.get(3));
    }
    boolean off = words.getLast().equals("off");
    int values = words.size() - 4 - (off ? 1 : 0);
    if (values != (word.needsValue() ? 1 : 0)) {
      throw wrong((word.needsValue() ? "one value" : "no value") + " for " + words.get(3), text);
    }
    double value = word.needsValue() ? number(words.get(4), 1e6) : 0;
    return new DeviceFault(words.getFirst().equals("charging"), seconds, device, word, value, !off);
  }

  private static double number(String text, double max) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same message as a number out of range.
    }
    throw wrong("a number from 0 to " + (long) max, text);
  }

  private static <E extends Enum<E>> E word(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> spell(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(DeviceFault::spell).toList()),
                    text));
  }

  private static String spell(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static IllegalArgumentException wrong(String expected, String got) {
    return new IllegalArgumentException("expected " + expected + ", got `" + got + "`");
  }
}
