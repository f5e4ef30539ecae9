package energy.ebbflow.simulator.csms.shape;

/**
 * One way in which a payload breaks its shape.
 *
 * @param path where, e.g. {@code meterValue[0].timestamp}; empty for the payload itself
 * @param code OCPP-J's error code for it
 * @param expected what the standard allows there
 * @param came what was found
 */
public record Violation(String path, Code code, String expected, String came) {

  /** The OCPP-J error codes a payload can earn. */
  public enum Code {
    FORMAT_VIOLATION("FormatViolation"),
    OCCURRENCE_CONSTRAINT_VIOLATION("OccurrenceConstraintViolation"),
    PROPERTY_CONSTRAINT_VIOLATION("PropertyConstraintViolation"),
    TYPE_CONSTRAINT_VIOLATION("TypeConstraintViolation");

    private final String word;

    Code(String word) {
      this.word = word;
    }

    /** The code as it is written on the wire. */
    public String word() {
      return word;
    }
  }

  @Override
  public String toString() {
    return (path.isEmpty() ? "payload" : path) + ": expected " + expected + ", came " + came;
  }
}
