package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * A conversation at one instant.
 *
 * @param state whose request is next or under way
 * @param sessionId of the charger; zeros before it gave one
 * @param awaiting a request was sent and its answer has not come
 * @param sendNanos when the next request is due, while none is under way
 * @param deadlineNanos when the patience for the answer ends, while one is awaited
 * @param enteredNanos when {@code state} was entered
 * @param service what was chosen, once it was
 * @param misbehaved the vehicle's one fault has happened
 * @param silent it never sends again
 */
public record Talk(
    TalkState state,
    Octets sessionId,
    boolean awaiting,
    long sendNanos,
    long deadlineNanos,
    long enteredNanos,
    Optional<ChosenService> service,
    boolean misbehaved,
    boolean silent) {

  /** SessionID before the charger has given one [V2G20-745]. */
  public static final Octets NO_SESSION = Octets.of(new byte[8]);

  /**
   * The energy service.
   *
   * @param serviceId 2 for DC, 6 for DC_BPT
   * @param parameterSetId its parameter set with dynamic control
   */
  public record ChosenService(int serviceId, int parameterSetId) {
    /** Discharge is part of it. */
    public boolean bidirectional() {
      return serviceId == ServiceDetail.DC_BPT;
    }
  }

  /** The first request is due at once. */
  public static Talk begin(long nanos) {
    return new Talk(
        new SupportedAppProtocol(),
        NO_SESSION,
        false,
        nanos,
        0,
        nanos,
        Optional.empty(),
        false,
        false);
  }

  /** Discharge is negotiated. */
  public boolean bidirectional() {
    return service.map(ChosenService::bidirectional).orElse(false);
  }

  /** What every request starts with. */
  MessageHeader header(EvContext context) {
    return new MessageHeader(sessionId, context.time().utcSeconds(), Optional.empty());
  }

  /** The conversation after a request was sent. */
  Talk sent(long deadline) {
    return new Talk(state, sessionId, true, 0, deadline, enteredNanos, service, misbehaved, silent);
  }

  /** The same state; its request is due again at {@code nanos}. */
  Talk again(TalkState same, long nanos) {
    return new Talk(same, sessionId, false, nanos, 0, enteredNanos, service, misbehaved, silent);
  }

  /** Another state whose request is due at {@code due}. */
  Talk to(TalkState next, long now, long due) {
    return new Talk(next, sessionId, false, due, 0, now, service, misbehaved, silent);
  }

  Talk withSession(Octets id) {
    return new Talk(
        state, id, awaiting, sendNanos, deadlineNanos, enteredNanos, service, misbehaved, silent);
  }

  Talk withService(ChosenService chosen) {
    return new Talk(
        state,
        sessionId,
        awaiting,
        sendNanos,
        deadlineNanos,
        enteredNanos,
        Optional.of(chosen),
        misbehaved,
        silent);
  }

  Talk misbehaving(boolean fallsSilent) {
    return new Talk(
        state,
        sessionId,
        awaiting,
        sendNanos,
        deadlineNanos,
        enteredNanos,
        service,
        true,
        fallsSilent);
  }
}
