package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.Body;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.MessageHeader;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SessionRules;
import energy.ebbflow.iso15118.secc.SessionStep;
import energy.ebbflow.iso15118.secc.iso2.state.AwaitSessionSetup;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.iso15118.secc.iso20.PausedSession;
import energy.ebbflow.iso15118.secc.iso20.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session of ISO 15118-2: what all states have in common. The order of checks is sequence,
 * session id, reasons of the station, and then the state's own.
 *
 * @param data what the session has learnt
 * @param state where it stands
 * @param waiting the request whose answer is held
 * @param deadlineNanos when the vehicle has to have sent its next request
 */
public record Iso2Session(
    Iso2Data data, Iso2State state, Optional<BodyElement> waiting, long deadlineNanos) {

  /**
   * The protocol is agreed.
   *
   * @param fresh eight bytes for a new session, unpredictable
   * @param direct the outlet has direct current
   * @param setupDeadlineNanos when the vehicle has to have set it up
   */
  public static Iso2Session initial(
      Octets fresh, boolean direct, Optional<PausedSession> paused, long setupDeadlineNanos) {
    return new Iso2Session(
        Iso2Data.fresh(fresh, direct),
        new AwaitSessionSetup(paused),
        Optional.empty(),
        setupDeadlineNanos);
  }

  /** A message came. */
  public SessionStep<Iso2Session> request(
      Iso2Message message, SeccConfig config, EvseView view, long nowNanos) {
    Iso2Turn turn = new Iso2Turn(config, data, view, nowNanos);
    if (SessionRules.overdue(state, deadlineNanos, nowNanos)) {
      return SessionRules.silent(state, config.timing());
    }
    if (message.body().bodyElement().isEmpty()) {
      return SessionStep.broken(
          "a message without a body came in " + state.name(), Optional.empty());
    }
    BodyElement request = message.body().bodyElement().get();
    boolean stop = request instanceof SessionStopRequest && state.stoppable();
    if (waiting.isPresent() || !stop && !state.expects(request)) {
      return refuse(
          request,
          ResponseCode.FAILED_SEQUENCE_ERROR,
          name(request) + " came in " + state.name(),
          turn);
    }
    if (!(request instanceof SessionSetupRequest)
        && !message.header().sessionId().equals(data.sessionId())) {
      return refuse(
          request,
          ResponseCode.FAILED_UNKNOWN_SESSION,
          name(request) + " came with the id of another session",
          turn);
    }
    if (stop) {
      return sessionStop((SessionStopRequest) request, turn);
    }
    Optional<String> own =
        SessionRules.ownReason(state, view, delivery(request, ChargeProgress.STOP));
    if (own.isPresent()) {
      // [V2G2-480]
      ResponseCode code =
          delivery(request, ChargeProgress.START)
              ? ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED
              : ResponseCode.FAILED;
      return refuse(request, code, own.get(), turn);
    }
    if (state instanceof AwaitSessionSetup setup && request instanceof SessionSetupRequest r) {
      return carryOut(setup.on(r, message.header().sessionId(), turn), Optional.of(request), turn);
    }
    return carryOut(state.on(request, turn), Optional.of(request), turn);
  }

  private static boolean delivery(BodyElement request, ChargeProgress progress) {
    return request instanceof PowerDeliveryRequest delivery
        && delivery.chargeProgress() == progress;
  }

  /** Time has passed, or the station has changed. */
  public SessionStep<Iso2Session> tick(SeccConfig config, EvseView view, long nowNanos) {
    if (SessionRules.overdue(state, deadlineNanos, nowNanos)) {
      return SessionRules.silent(state, config.timing());
    }
    Iso2Turn turn = new Iso2Turn(config, data, view, nowNanos);
    return carryOut(state.tick(turn), waiting, turn);
  }

  private SessionStep<Iso2Session> sessionStop(SessionStopRequest request, Iso2Turn turn) {
    List<SeccEffect> effects = new ArrayList<>();
    if (data.live()) {
      effects.add(new SeccEffect.StopEnergyTransfer("the vehicle ends the session"));
    }
    boolean pause = request.chargingSession() == ChargingSession.PAUSE;
    effects.add(new SeccEffect.Respond(message(new SessionStopResponse(ResponseCode.OK), data)));
    effects.add(new SeccEffect.SessionEnded(pause, data.sessionId().toArray()));
    effects.add(new SeccEffect.CloseLink(pause ? "session paused" : "session ended"));
    EnergyService service = data.dc() ? EnergyService.DC : EnergyService.AC;
    return new SessionStep<>(
        Optional.empty(),
        effects,
        pause
            ? Optional.of(
                new PausedSession(
                    data.sessionId(),
                    new Selection(service, ControlMode.SCHEDULED),
                    false,
                    Optional.of(new Iso2Pause(data.dc(), data.agreement().chosen()))))
            : Optional.empty());
  }

  private static Iso2Message message(BodyElement body, Iso2Data data) {
    return new Iso2Message(
        new MessageHeader(data.sessionId(), Optional.empty(), Optional.empty()),
        new Body(Optional.of(body)));
  }

  private SessionStep<Iso2Session> carryOut(
      Iso2Outcome outcome, Optional<BodyElement> request, Iso2Turn turn) {
    return switch (outcome) {
      case Iso2Outcome.Nothing nothing -> SessionStep.on(this, List.of());
      case Iso2Outcome.Answer answer -> {
        List<SeccEffect> effects = new ArrayList<>(answer.effects());
        effects.add(new SeccEffect.Respond(message(answer.response(), answer.data())));
        yield SessionStep.on(
            new Iso2Session(
                answer.data(),
                answer.next(),
                Optional.empty(),
                turn.in(answer.next().patience(turn.config().timing()))),
            effects);
      }
      case Iso2Outcome.Hold hold ->
          SessionStep.on(
              new Iso2Session(
                  hold.data(),
                  hold.next(),
                  hold.next().holding() ? request : Optional.empty(),
                  deadlineNanos),
              hold.effects());
      case Iso2Outcome.Refuse refuse ->
          request.isPresent()
              ? refuse(request.get(), refuse.code(), refuse.reason(), turn)
              : SessionStep.broken(refuse.reason(), Optional.empty());
    };
  }

  private SessionStep<Iso2Session> refuse(
      BodyElement request, ResponseCode code, String reason, Iso2Turn turn) {
    return SessionStep.broken(
        code.wireName() + ": " + reason,
        Iso2Failures.to(request, code, turn).map(body -> message(body, data)));
  }

  private static String name(BodyElement request) {
    return request.getClass().getSimpleName();
  }
}
