package energy.ebbflow.hal.config;

import java.util.Locale;

/** Walks over the characters of a TOML text, counts lines, and reads strings and scalars. */
final class TomlScanner {
  /** Marks the end of the text; U+0000 itself is forbidden in TOML. */
  static final char END = '\0';

  private final String text;
  private int position;
  private int line = 1;

  TomlScanner(String text) {
    this.text = text.replace("\r\n", "\n");
  }

  int line() {
    return line;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    int at = position + ahead;
    return at < text.length() ? text.charAt(at) : END;
  }

  char next() {
    char c = peek();
    if (c == '\n') {
      line++;
    }
    position++;
    return c;
  }

  boolean skip(String expected) {
    if (!text.startsWith(expected, position)) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      next();
    }
    return true;
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      next();
    }
  }

  /** Skips blanks, comments and line ends. */
  void skipLines() throws TomlSyntaxException {
    while (true) {
      skipBlanks();
      if (peek() == '#') {
        skipComment();
      } else if (peek() == '\n') {
        next();
      } else {
        return;
      }
    }
  }

  private void skipComment() throws TomlSyntaxException {
    while (!atEnd() && peek() != '\n') {
      char c = next();
      if (isControl(c)) {
        throw error("expected no control character in a comment, got " + describe(c));
      }
    }
  }

  /** Demands that nothing but a comment follows in this line. */
  void endOfLine() throws TomlSyntaxException {
    skipBlanks();
    if (peek() == '#') {
      skipComment();
    }
    if (!atEnd() && peek() != '\n') {
      throw error("expected the end of the line, got " + describe(peek()));
    }
  }

  /** Goes to the end of the line, whatever stands in it: the reader goes on after an error. */
  void abandonLine() {
    while (!atEnd() && peek() != '\n') {
      next();
    }
  }

  TomlSyntaxException error(String message) {
    return new TomlSyntaxException(line, message);
  }

  static String describe(char c) {
    if (c == END) {
      return "the end of the file";
    }
    if (c == '\n') {
      return "the end of the line";
    }
    return isControl(c) ? String.format(Locale.ROOT, "character U+%04X", (int) c) : "'" + c + "'";
  }

  static boolean isControl(char c) {
    return c < 0x20 && c != '\t' || c == 0x7f;
  }

  static boolean isBareKey(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  /** One part of a key: bare, or quoted in one line. */
  String keyPart() throws TomlSyntaxException {
    if (peek() == '"' || peek() == '\'') {
      if (peek(1) == peek() && peek(2) == peek()) {
        throw error("expected a key, got a string over several lines");
      }
      return string();
    }
    StringBuilder key = new StringBuilder();
    while (isBareKey(peek())) {
      key.append(next());
    }
    if (key.isEmpty()) {
      throw error("expected a key, got " + describe(peek()));
    }
    return key.toString();
  }

  /** A string of any of the four kinds. */
  String string() throws TomlSyntaxException {
    char quote = peek();
    boolean escapes = quote == '"';
    boolean many = peek(1) == quote && peek(2) == quote;
    int start = line;
    String delimiter = many ? String.valueOf(quote).repeat(3) : String.valueOf(quote);
    skip(delimiter);
    if (many && peek() == '\n') {
      next();
    }
    StringBuilder out = new StringBuilder();
    while (!text.startsWith(delimiter, position)) {
      char c = peek();
      if (atEnd() || c == '\n' && !many) {
        throw new TomlSyntaxException(
            start, "expected the closing " + delimiter + " of a string, got " + describe(c));
      }
      if (c != '\n' && isControl(c)) {
        throw error("expected no control character in a string, got " + describe(c));
      }
      next();
      if (c == '\\' && escapes) {
        escape(out, many);
      } else {
        out.append(c);
      }
    }
    skip(delimiter);
    // Up to two quotes may stand directly before the closing three.
    for (int i = 0; many && i < 2 && peek() == quote; i++) {
      out.append(next());
    }
    return out.toString();
  }

  private void escape(StringBuilder out, boolean many) throws TomlSyntaxException {
    char c = peek();
    switch (c) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case '"', '\\' -> out.append(c);
      case 'u' -> {
        next();
        codePoint(out, 4);
        return;
      }
      case 'U' -> {
        next();
        codePoint(out, 8);
        return;
      }
      default -> {
        if (many && (c == '\n' || c == ' ' || c == '\t')) {
          lineEndingBackslash();
          return;
        }
        throw error("expected an escape such as \\n, \\\" or \\u00B0, got \\" + c);
      }
    }
    next();
  }

  private void lineEndingBackslash() throws TomlSyntaxException {
    skipBlanks();
    if (peek() != '\n') {
      throw error("expected the end of the line after \\, got " + describe(peek()));
    }
    while (peek() == '\n' || peek() == ' ' || peek() == '\t') {
      next();
    }
  }

  private void codePoint(StringBuilder out, int digits) throws TomlSyntaxException {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        throw error("expected " + digits + " hexadecimal digits of a Unicode scalar value");
      }
      value = value * 16 + digit;
      next();
    }
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (!Character.isValidCodePoint(value) || surrogate) {
      throw error("expected a Unicode scalar value, got " + Integer.toHexString(value));
    }
    out.appendCodePoint(value);
  }

  /** A number, boolean, or date: everything that is neither quoted nor bracketed. */
  TomlValue scalar() throws TomlSyntaxException {
    int at = line;
    StringBuilder raw = new StringBuilder();
    while (isBareKey(peek()) || peek() == '+' || peek() == '.' || peek() == ':') {
      raw.append(next());
    }
    String word = raw.toString();
    return switch (word) {
      case "" -> throw error("expected a value, got " + describe(peek()));
      case "true" -> new TomlValue.Flag(at, true);
      case "false" -> new TomlValue.Flag(at, false);
      case "inf", "+inf" -> new TomlValue.Decimal(at, Double.POSITIVE_INFINITY);
      case "-inf" -> new TomlValue.Decimal(at, Double.NEGATIVE_INFINITY);
      case "nan", "+nan", "-nan" -> new TomlValue.Decimal(at, Double.NaN);
      default -> number(at, word);
    };
  }

  private static TomlValue number(int at, String word) throws TomlSyntaxException {
    try {
      if (word.matches("[+-]?(0|[1-9](_?[0-9])*)")) {
        return new TomlValue.Whole(at, Long.parseLong(word.replace("_", "")));
      }
      if (word.matches("0x[0-9A-Fa-f](_?[0-9A-Fa-f])*")) {
        return new TomlValue.Whole(at, Long.parseLong(word.substring(2).replace("_", ""), 16));
      }
      if (word.matches("0o[0-7](_?[0-7])*")) {
        return new TomlValue.Whole(at, Long.parseLong(word.substring(2).replace("_", ""), 8));
      }
      if (word.matches("0b[01](_?[01])*")) {
        return new TomlValue.Whole(at, Long.parseLong(word.substring(2).replace("_", ""), 2));
      }
    } catch (NumberFormatException tooLarge) {
      throw new TomlSyntaxException(at, "expected an integer of 64 bits, got " + word);
    }
    String digits = "[0-9](_?[0-9])*";
    if (word.matches("[+-]?(0|[1-9](_?[0-9])*)(\\." + digits + ")?([eE][+-]?" + digits + ")?")) {
      return new TomlValue.Decimal(at, Double.parseDouble(word.replace("_", "")));
    }
    if (word.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{2}:[0-9]{2}.*")) {
      throw new TomlSyntaxException(
          at, "expected a string, number or boolean, got the date or time " + word);
    }
    throw new TomlSyntaxException(at, "expected a value (strings stand in quotes), got " + word);
  }
}
