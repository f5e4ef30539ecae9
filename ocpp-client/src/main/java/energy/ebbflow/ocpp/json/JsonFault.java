package energy.ebbflow.ocpp.json;

/** A text or object from the wire that is not what the protocol wants. */
public final class JsonFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What is wrong, in the terms of OCPP-J table 7. */
  public enum Kind {
    /** No JSON, or not the JSON shape of a message. */
    SYNTAX,
    /** A value that is not allowed: too long, out of range, no member of the enumeration. */
    VALUE,
    /** Something required is absent, something unknown is present, or too many items. */
    OCCURRENCE,
    /** A string where a number belongs and the like. */
    TYPE
  }

  public JsonFault(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What was expected, where, and what came. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
