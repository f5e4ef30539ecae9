package energy.ebbflow.hal.config;

/** Text that is not TOML; never leaves this package. */
final class TomlSyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  TomlSyntaxException(int line, String text) {
    super(text);
    this.line = line;
  }

  int line() {
    return line;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
