package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.PausedSession;
import energy.ebbflow.simulator.ev.talk.Start;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkSession;
import java.util.Optional;

/**
 * What the vehicle knows of a session by ISO 15118-20.
 *
 * @param protocol DC or AC
 * @param sessionId of the charger; zeros before it gave one, a former one while joining again
 * @param opened the charger has given the id
 * @param service what was chosen, once it was
 */
public record Iso20Session(
    EvProtocol protocol, Octets sessionId, boolean opened, Optional<ChosenService> service)
    implements TalkSession<Iso20Session> {

  /** SessionID before the charger has given one [V2G20-745]. */
  public static final Octets NO_SESSION = Octets.of(new byte[8]);

  private static final Octets STRANGE_SESSION = Octets.ofHex("0102030405060708");

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

  /** A conversation that starts with SessionSetupReq. */
  public static Talk<Iso20Session> begin(Start start, long nanos) {
    Octets id = start.paused().map(PausedSession::sessionId).orElse(NO_SESSION);
    return Talk.begin(
        new Iso20Session(start.protocol(), id, false, Optional.empty()), new SessionSetup(), nanos);
  }

  /** Discharge is negotiated. */
  public boolean bidirectional() {
    return service.map(ChosenService::bidirectional).orElse(false);
  }

  /** What every request starts with. */
  MessageHeader header(EvContext context) {
    return new MessageHeader(sessionId, context.time().utcSeconds(), Optional.empty());
  }

  Iso20Session withId(Octets id) {
    return new Iso20Session(protocol, id, true, service);
  }

  Iso20Session withService(ChosenService chosen) {
    return new Iso20Session(protocol, sessionId, opened, Optional.of(chosen));
  }

  /** What is kept when the session is paused. */
  PausedSession paused() {
    return new PausedSession(protocol, sessionId);
  }

  @Override
  public Optional<String> refusal(V2gMessage answer) {
    if (!(answer instanceof Iso20Response response)) {
      return Optional.empty();
    }
    if (response.responseCode().wireName().startsWith("FAILED")) {
      return Optional.of("the charger says " + response.responseCode().wireName());
    }
    return opened && !response.header().sessionId().equals(sessionId)
        ? Optional.of("the answer belongs to another session")
        : Optional.empty();
  }

  @Override
  public Iso20Session foreign() {
    return new Iso20Session(protocol, STRANGE_SESSION, opened, service);
  }

  @Override
  public V2gMessage outOfOrder(Talk<Iso20Session> talk, EvContext context) {
    return talk.state() instanceof PowerDeliveryStart || talk.state() instanceof ChargeLoop
        ? new SessionSetup().request(talk, context)
        : new PowerDeliveryStart().request(talk, context);
  }

  @Override
  public V2gMessage negative(V2gMessage request) {
    return NegativeLimits.of(request);
  }
}
