package energy.ebbflow.iec61851;

import org.jspecify.annotations.Nullable;

/**
 * The command to the contactors and the supervision of their mirror contact.
 *
 * @param closed the command
 * @param feedback what the mirror contact says, null before it has spoken and while it is lost
 * @param contradicting whether feedback and command differ
 * @param contradictSince since when {@code contradicting} has its value
 */
record ContactorGate(
    boolean closed, @Nullable Boolean feedback, boolean contradicting, long contradictSince) {

  static ContactorGate open(long now) {
    return new ContactorGate(false, null, false, now);
  }

  ContactorGate command(boolean close, long now) {
    return with(close, feedback, now);
  }

  ContactorGate feedback(boolean isClosed, long now) {
    return with(closed, isClosed, now);
  }

  /** What the mirror contact said last does not count any more. */
  ContactorGate feedbackLost(long now) {
    return with(closed, null, now);
  }

  private ContactorGate with(boolean command, @Nullable Boolean mirror, long now) {
    // A mirror contact that is not heard cannot confirm that the contactors closed, and does not
    // say that they did not open.
    boolean differs = mirror == null ? command : mirror != command;
    boolean commandChanged = command != closed;
    return new ContactorGate(
        command,
        mirror,
        differs,
        differs == contradicting && !commandChanged ? contradictSince : now);
  }

  /** As if the contradiction had begun at {@code since}. */
  ContactorGate excused(long since) {
    return new ContactorGate(closed, feedback, contradicting, since);
  }

  /** Whether the contradiction has lasted longer than any contactor needs. */
  boolean failsToFollow(PilotTiming timing, long now) {
    return contradicting && now - contradictSince >= timing.followNanos();
  }

  /** Whether the mirror contact says closed. */
  boolean saysClosed() {
    return feedback != null && feedback;
  }

  /** Whether the mirror contact says open, as it must before a fault is forgiven. */
  boolean provenOpen() {
    return feedback != null && !feedback && !closed;
  }
}
