package energy.ebbflow.hal.config;

/**
 * One key that the firmware understands, as the documentation page must explain it.
 *
 * @param path dotted path; tables of an array carry no index: {@code evse.dc.volts_max}
 * @param kind what the value is: {@code text}, {@code integer}, {@code number}, {@code true/false},
 *     {@code list of text} or {@code table of text}
 * @param range the permitted values in words, empty if any
 * @param fallback the default as it would be written in the file, {@code required}, or {@code none}
 */
public record ConfigKey(String path, String kind, String range, String fallback) {
  /** The {@link #fallback} of a key that must be present. */
  public static final String REQUIRED = "required";

  /** The {@link #fallback} of a key whose absence means something of its own. */
  public static final String NONE = "none";
}
