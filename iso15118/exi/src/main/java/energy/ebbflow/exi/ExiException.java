package energy.ebbflow.exi;

/** The one way in which coding fails: it names message, field, position and reason. */
public final class ExiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String element;
  private final String field;
  private final long bitOffset;
  private final String reason;

  /**
   * A failure.
   *
   * @param element the standard's name of the message or fragment, or the name of the set when the
   *     root itself could not be read
   * @param field the element or attribute that was being coded, as {@code Type/Name}
   * @param bitOffset bits from the start of the message (the header octet included)
   * @param reason what was expected and what came
   */
  public ExiException(String element, String field, long bitOffset, String reason) {
    // A faulty peer is an input: no stack trace is taken, since it would cost more than the decode.
    super(
        element
            + ": "
            + field
            + " at bit "
            + bitOffset
            + " (octet "
            + bitOffset / 8
            + "): "
            + reason,
        null,
        false,
        false);
    this.element = element;
    this.field = field;
    this.bitOffset = bitOffset;
    this.reason = reason;
  }

  /** The message or fragment. */
  public String element() {
    return element;
  }

  /** The element or attribute, as {@code Type/Name}. */
  public String field() {
    return field;
  }

  /** Bits from the start of the message. */
  public long bitOffset() {
    return bitOffset;
  }

  /** What was expected and what came. */
  public String reason() {
    return reason;
  }
}
