package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.Body;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.MessageHeader;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.simulator.ev.charging.ChargerLimits;
import energy.ebbflow.simulator.ev.charging.ChargingPlan;
import energy.ebbflow.simulator.ev.iso2.wire.Abilities;
import energy.ebbflow.simulator.ev.iso2.wire.Answers;
import energy.ebbflow.simulator.ev.iso2.wire.NegativeLimits;
import energy.ebbflow.simulator.ev.iso2.wire.SaeService;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.PausedSession;
import energy.ebbflow.simulator.ev.talk.Start;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the vehicle knows of a session by ISO 15118-2.
 *
 * @param sessionId of the charger; zeros before it gave one, a former one while joining again
 * @param opened the charger has given the id
 * @param mode of energy transfer, once it is agreed
 * @param asking value-added services whose details are still to be asked for
 * @param selected services it takes; the charging service first
 * @param sae how it gives energy back, where both sides agreed to
 * @param limits of the charger
 * @param plan what it means to draw, once there is an offer
 * @param flowing energy flows; false before the first start and after the stop
 */
public record Iso2Session(
    Octets sessionId,
    boolean opened,
    Optional<EnergyTransferMode> mode,
    List<Integer> asking,
    List<Integer> selected,
    Optional<SaeService> sae,
    ChargerLimits limits,
    Optional<ChargingPlan> plan,
    boolean flowing)
    implements TalkSession<Iso2Session> {

  /** SessionID before the charger has given one. */
  static final Octets NO_SESSION = Octets.of(new byte[8]);

  private static final Octets STRANGE_SESSION = Octets.ofHex("0102030405060708");

  public Iso2Session {
    asking = List.copyOf(asking);
    selected = List.copyOf(selected);
  }

  /** A conversation that starts with SessionSetupReq. */
  public static Talk<Iso2Session> begin(Start start, long nanos) {
    Octets id = start.paused().map(PausedSession::sessionId).orElse(NO_SESSION);
    return Talk.begin(unopened(id), new SessionSetup(start.paused().isPresent()), nanos);
  }

  static Iso2Session unopened(Octets id) {
    return new Iso2Session(
        id,
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        ChargerLimits.NONE,
        Optional.empty(),
        false);
  }

  /** A body in its message. */
  V2gMessage message(BodyElement body) {
    return new Iso2Message(
        new MessageHeader(sessionId, Optional.empty(), Optional.empty()),
        new Body(Optional.of(body)));
  }

  /** What is kept when the session is paused. */
  PausedSession paused() {
    return new PausedSession(EvProtocol.ISO2, sessionId);
  }

  /** Direct current was agreed. */
  boolean dc() {
    return mode.map(Abilities::direct).orElse(false);
  }

  /** The schedule that was chosen; the smallest id before one was. */
  int tupleId() {
    return plan.map(ChargingPlan::tupleId).orElse(1);
  }

  /** Discharge was agreed. */
  boolean bidirectional() {
    return sae.isPresent();
  }

  boolean agreed(SaeService service) {
    return sae.equals(Optional.of(service));
  }

  /** The offer has ended, or the user wants something else by now. */
  boolean outdated(EvContext context) {
    return plan.filter(p -> p.over(context.nanos()) || !p.needs().equals(context.config().needs()))
        .isPresent();
  }

  @Override
  public Optional<String> refusal(V2gMessage answer) {
    if (!(answer instanceof Iso2Message message)) {
      return Optional.of(answer.getClass().getSimpleName() + " is no message of ISO 15118-2");
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
  public Iso2Session foreign() {
    return new Iso2Session(
        STRANGE_SESSION, opened, mode, asking, selected, sae, limits, plan, flowing);
  }

  @Override
  public V2gMessage outOfOrder(Talk<Iso2Session> talk, EvContext context) {
    boolean flows =
        talk.state() instanceof PowerDeliveryStart
            || talk.state() instanceof CurrentDemand
            || talk.state() instanceof ChargingStatus;
    Iso2State elsewhere = flows ? new SessionSetup(false) : new PowerDeliveryStart();
    return elsewhere.request(talk, context);
  }

  @Override
  public V2gMessage negative(V2gMessage request) {
    return NegativeLimits.of(request);
  }

  /** The charger has given the id. */
  Iso2Session answered(Octets id) {
    return new Iso2Session(id, true, mode, asking, selected, sae, limits, plan, flowing);
  }

  Iso2Session offered(EnergyTransferMode agreed, int chargeService, List<Integer> details) {
    return new Iso2Session(
        sessionId,
        opened,
        Optional.of(agreed),
        details,
        List.of(chargeService),
        sae,
        limits,
        plan,
        flowing);
  }

  /** The details of the first service in question have come; it is taken where {@code agreed}. */
  Iso2Session detailed(Optional<SaeService> agreed) {
    List<Integer> services = new ArrayList<>(selected);
    if (agreed.isPresent()) {
      services.add(asking.getFirst());
    }
    return new Iso2Session(
        sessionId,
        opened,
        mode,
        asking.subList(1, asking.size()),
        services,
        agreed.or(() -> sae),
        limits,
        plan,
        flowing);
  }

  Iso2Session with(ChargerLimits now) {
    return new Iso2Session(sessionId, opened, mode, asking, selected, sae, now, plan, flowing);
  }

  Iso2Session with(ChargingPlan chosen) {
    return new Iso2Session(
        sessionId, opened, mode, asking, selected, sae, limits, Optional.of(chosen), flowing);
  }

  Iso2Session flowing(boolean now) {
    return new Iso2Session(sessionId, opened, mode, asking, selected, sae, limits, plan, now);
  }
}
