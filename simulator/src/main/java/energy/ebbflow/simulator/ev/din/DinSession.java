package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.Body;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.din.MessageHeader;
import energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer;
import energy.ebbflow.simulator.ev.charging.ChargerLimits;
import energy.ebbflow.simulator.ev.din.wire.Answers;
import energy.ebbflow.simulator.ev.din.wire.NegativeLimits;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Start;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkSession;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the vehicle knows of a session by DIN 70121.
 *
 * @param sessionId of the charger; zeros before it gave one
 * @param opened the charger has given the id
 * @param readyNanos until when power has to be on; empty before the setup, and once it was
 * @param chargeService id of the charging service
 * @param transfer kind of energy transfer that both have, once it is known
 * @param tupleId of the charger's schedule
 * @param limits of the charger
 * @param flowing energy flows; false before the start and after the stop
 */
public record DinSession(
    Octets sessionId,
    boolean opened,
    OptionalLong readyNanos,
    int chargeService,
    Optional<EvRequestedEnergyTransfer> transfer,
    int tupleId,
    ChargerLimits limits,
    boolean flowing)
    implements TalkSession<DinSession> {

  /** SessionID before the charger has given one. */
  static final Octets NO_SESSION = Octets.of(new byte[8]);

  /** V2G_EVCC_ReadyToCharge_Timeout, s (DIN 70121 Table 77). */
  static final double READY_SECONDS = 150;

  private static final Octets STRANGE_SESSION = Octets.ofHex("0102030405060708");

  /** A conversation that starts with SessionSetupReq; a paused session cannot be joined. */
  public static Talk<DinSession> begin(Start start, long nanos) {
    DinSession unopened =
        new DinSession(
            NO_SESSION,
            false,
            OptionalLong.empty(),
            1,
            Optional.empty(),
            1,
            ChargerLimits.NONE,
            false);
    return Talk.begin(unopened, new SessionSetup(), nanos);
  }

  /** A body in its message. */
  V2gMessage message(BodyElement body) {
    return new DinMessage(
        new MessageHeader(sessionId, Optional.empty(), Optional.empty()),
        new Body(Optional.of(body)));
  }

  /** Power should have been on by now. */
  boolean late(EvContext context) {
    return readyNanos.isPresent() && context.nanos() > readyNanos.getAsLong();
  }

  @Override
  public Optional<String> refusal(V2gMessage answer) {
    if (!(answer instanceof DinMessage message)) {
      return Optional.of(answer.getClass().getSimpleName() + " is no message of DIN 70121");
    }
    Optional<String> failure =
        message
            .body()
            .bodyElement()
            .flatMap(Answers::code)
            .filter(code -> code.wireName().startsWith("FAILED"))
            .map(code -> "the charger says " + code.wireName());
    if (failure.isPresent()) {
      return failure;
    }
    return opened && !message.header().sessionId().equals(sessionId)
        ? Optional.of("the answer belongs to another session")
        : Optional.empty();
  }

  @Override
  public DinSession foreign() {
    return new DinSession(
        STRANGE_SESSION, opened, readyNanos, chargeService, transfer, tupleId, limits, flowing);
  }

  @Override
  public V2gMessage outOfOrder(Talk<DinSession> talk, EvContext context) {
    boolean flows =
        talk.state() instanceof PowerDeliveryStart || talk.state() instanceof CurrentDemand;
    DinState elsewhere = flows ? new SessionSetup() : new PowerDeliveryStart();
    return elsewhere.request(talk, context);
  }

  @Override
  public V2gMessage negative(V2gMessage request) {
    return NegativeLimits.of(request);
  }

  /** The charger has given the id at {@code nanos}. */
  DinSession answered(Octets id, long nanos) {
    return new DinSession(
        id,
        true,
        OptionalLong.of(nanos + EvContext.nanosOf(READY_SECONDS)),
        chargeService,
        transfer,
        tupleId,
        limits,
        flowing);
  }

  DinSession offered(int service, EvRequestedEnergyTransfer common) {
    return new DinSession(
        sessionId, opened, readyNanos, service, Optional.of(common), tupleId, limits, flowing);
  }

  DinSession scheduled(int tuple) {
    return new DinSession(
        sessionId, opened, readyNanos, chargeService, transfer, tuple, limits, flowing);
  }

  DinSession with(ChargerLimits now) {
    return new DinSession(
        sessionId, opened, readyNanos, chargeService, transfer, tupleId, now, flowing);
  }

  /** Energy flows, or does no more; then there is no deadline for its start either. */
  DinSession flowing(boolean now) {
    return new DinSession(
        sessionId, opened, OptionalLong.empty(), chargeService, transfer, tupleId, limits, now);
  }
}
