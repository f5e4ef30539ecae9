package energy.ebbflow.simulator.csms.script;

/**
 * How some requests of the station are mistreated.
 *
 * @param action the action, or {@code *} for each
 * @param first the first request of it that is mistreated, counts from 1
 * @param count how many are
 */
public record AnswerRule(String action, int first, int count, Treatment treatment) {

  /** Whether the rule is for this request. */
  public boolean covers(String wanted, int number) {
    return (action.equals("*") || action.equals(wanted))
        && number >= first
        && number - first < count;
  }

  /** What happens instead of an answer. */
  public sealed interface Treatment {

    /** No answer. */
    record Drop() implements Treatment {}

    /** The right answer, late. */
    record Delay(double seconds) implements Treatment {}

    /** A CALLERROR. */
    record Refuse(String code) implements Treatment {}

    /** Text that is no OCPP. */
    record Garbage() implements Treatment {}

    /** An answer that the standard does not allow. */
    record Malformed() implements Treatment {}

    /** The socket is closed instead, after the request has been booked. */
    record Disconnect(double seconds) implements Treatment {}
  }
}
