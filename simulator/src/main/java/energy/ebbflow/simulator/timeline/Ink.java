package energy.ebbflow.simulator.timeline;

/** Colours of a terminal, or none. */
public enum Ink {
  /** ANSI escape sequences. */
  COLOURED,
  /** Plain text. */
  PLAIN;

  private static final String ESCAPE = "\u001b[";

  /** What a piece of text is. */
  public enum Tone {
    PLAIN("0"),
    FAINT("2"),
    STRONG("1"),
    STATION("36"),
    VEHICLE("32"),
    OFFICE("35"),
    GOOD("1;32"),
    BAD("1;31"),
    WARNING("33"),
    CHARGE("32"),
    DISCHARGE("33");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  /** The text in its tone. */
  public String paint(Tone tone, String text) {
    return this == PLAIN || text.isEmpty() ? text : ESCAPE + tone.code + "m" + text + ESCAPE + "0m";
  }

  /** How wide a text stands on the terminal, its colours not counted. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith(ESCAPE, i)) {
        i = text.indexOf('m', i);
      } else {
        width++;
      }
    }
    return width;
  }

  /** Fills up with blanks to a width. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Cuts a text that is too wide, its colours ended. */
  static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int shown = 0;
    for (int i = 0; i < text.length() && shown < width - 1; i++) {
      if (text.startsWith(ESCAPE, i)) {
        int end = text.indexOf('m', i) + 1;
        kept.append(text, i, end);
        i = end - 1;
      } else {
        kept.append(text.charAt(i));
        shown++;
      }
    }
    kept.append('…');
    return text.contains(ESCAPE) ? kept + ESCAPE + "0m" : kept.toString();
  }
}
