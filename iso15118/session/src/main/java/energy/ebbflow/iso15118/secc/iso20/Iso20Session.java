package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SessionRules;
import energy.ebbflow.iso15118.secc.SessionStep;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso20.schedule.Planning;
import energy.ebbflow.iso15118.secc.iso20.state.AwaitServiceDiscovery;
import energy.ebbflow.iso15118.secc.iso20.state.AwaitSessionSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session of ISO 15118-20: what all states have in common. The order of checks is sequence,
 * session id, reasons of the station, and then the state's own.
 *
 * @param data what the session has learnt
 * @param state where it stands
 * @param waiting the request whose answer is held
 * @param deadlineNanos when the vehicle has to have sent its next request
 */
public record Iso20Session(
    Iso20Data data, Iso20State state, Optional<Iso20Request> waiting, long deadlineNanos) {

  /**
   * The protocol is agreed.
   *
   * @param fresh eight bytes for a new session, unpredictable
   * @param setupDeadlineNanos when the vehicle has to have set it up
   */
  public static Iso20Session initial(
      Octets fresh, Optional<PausedSession> paused, long setupDeadlineNanos) {
    return new Iso20Session(
        Iso20Data.fresh(fresh),
        new AwaitSessionSetup(paused),
        Optional.empty(),
        setupDeadlineNanos);
  }

  /** A request came. */
  public SessionStep<Iso20Session> request(
      Iso20Request request, SeccConfig config, EvseView view, long nowNanos) {
    Turn turn = new Turn(config, data, view, nowNanos);
    if (SessionRules.overdue(state, deadlineNanos, nowNanos)) {
      return SessionRules.silent(state, config.timing());
    }
    boolean stop = request instanceof SessionStopRequest && state.stoppable();
    boolean side = data.allowed().parking() && Parking.isParking(request);
    if (waiting.isPresent() || !stop && !side && !state.expects(request)) {
      return refuse(
          request,
          ResponseCode.FAILED_SEQUENCE_ERROR,
          name(request) + " came in " + state.name(),
          turn);
    }
    if (!(request instanceof SessionSetupRequest)
        && !request.header().sessionId().equals(data.sessionId())) {
      return refuse(
          request,
          ResponseCode.FAILED_UNKNOWN_SESSION,
          name(request) + " came with the id of another session",
          turn);
    }
    if (stop) {
      return sessionStop((SessionStopRequest) request, turn);
    }
    if (side) {
      // The main stream stands where it stood: its deadline, too.
      return SessionStep.on(this, Parking.answer(request, turn));
    }
    Optional<String> own =
        SessionRules.ownReason(state, view, delivery(request, ChargeProgress.STOP));
    if (own.isPresent()) {
      ResponseCode code =
          delivery(request, ChargeProgress.START)
              ? ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED
              : ResponseCode.FAILED;
      return refuse(request, code, own.get(), turn);
    }
    return carryOut(state.on(request, turn), Optional.of(request), turn);
  }

  private static boolean delivery(Iso20Request request, ChargeProgress progress) {
    return request instanceof PowerDeliveryRequest delivery
        && delivery.chargeProgress() == progress;
  }

  /** Time has passed, or the station has changed. */
  public SessionStep<Iso20Session> tick(SeccConfig config, EvseView view, long nowNanos) {
    if (SessionRules.overdue(state, deadlineNanos, nowNanos)) {
      return SessionRules.silent(state, config.timing());
    }
    Turn turn = new Turn(config, data, view, nowNanos);
    return carryOut(state.tick(turn), waiting, turn);
  }

  private SessionStep<Iso20Session> sessionStop(SessionStopRequest request, Turn turn) {
    List<SeccEffect> effects = new ArrayList<>();
    if (data.live()) {
      effects.add(new SeccEffect.StopEnergyTransfer("the vehicle ends the session"));
    }
    if (request.evTerminationCode().isPresent() || request.evTerminationExplanation().isPresent()) {
      effects.add(
          new VehicleWord.EndExplained(
              request.evTerminationCode(), request.evTerminationExplanation()));
    }
    return switch (request.chargingSession()) {
      case TERMINATE -> ended(effects, turn, false);
      case PAUSE ->
          data.selection().isPresent()
              ? ended(effects, turn, true)
              : refuse(
                  request,
                  ResponseCode.FAILED_PAUSE_NOT_ALLOWED,
                  "pause wanted before a service was selected",
                  turn);
      case SERVICE_RENEGOTIATION -> renegotiate(request, effects, turn);
    };
  }

  private SessionStep<Iso20Session> renegotiate(
      SessionStopRequest request, List<SeccEffect> effects, Turn turn) {
    // [V2G20-1477]; and only behind the authorisation, which it must not step over.
    if (!turn.config().serviceRenegotiation() || !data.authorised()) {
      return refuse(
          request,
          ResponseCode.FAILED_NO_SERVICE_RENEGOTIATION_SUPPORTED,
          "service renegotiation wanted, which is not possible here",
          turn);
    }
    effects.add(new SeccEffect.Respond(new SessionStopResponse(turn.header(), ResponseCode.OK)));
    Iso20State next = new AwaitServiceDiscovery();
    return SessionStep.on(
        new Iso20Session(
            // What was promised was promised for the service before.
            data.withLive(false).withPlanning(Planning.NONE),
            next,
            Optional.empty(),
            turn.in(next.patience(turn.config().timing()))),
        effects);
  }

  private SessionStep<Iso20Session> ended(List<SeccEffect> effects, Turn turn, boolean pause) {
    effects.add(new SeccEffect.Respond(new SessionStopResponse(turn.header(), ResponseCode.OK)));
    effects.add(new SeccEffect.SessionEnded(pause, data.sessionId().toArray()));
    effects.add(new SeccEffect.CloseLink(pause ? "session paused" : "session ended"));
    return new SessionStep<>(
        Optional.empty(),
        effects,
        pause
            ? data.selection()
                .map(
                    chosen ->
                        new PausedSession(data.sessionId(), chosen, data.allowed().bidirectional()))
            : Optional.empty());
  }

  private SessionStep<Iso20Session> carryOut(
      Outcome outcome, Optional<Iso20Request> request, Turn turn) {
    return switch (outcome) {
      case Outcome.Nothing nothing -> SessionStep.on(this, List.of());
      case Outcome.Answer answer -> {
        List<SeccEffect> effects = new ArrayList<>(answer.effects());
        effects.add(new SeccEffect.Respond(answer.response()));
        yield SessionStep.on(
            new Iso20Session(
                answer.data(),
                answer.next(),
                Optional.empty(),
                turn.in(answer.next().patience(turn.config().timing()))),
            effects);
      }
      case Outcome.Hold hold ->
          SessionStep.on(
              new Iso20Session(
                  hold.data(),
                  hold.next(),
                  hold.next().holding() ? request : Optional.empty(),
                  deadlineNanos),
              hold.effects());
      case Outcome.Refuse refuse ->
          request.isPresent()
              ? refuse(request.get(), refuse.code(), refuse.reason(), turn)
              : SessionStep.broken(refuse.reason(), Optional.empty());
    };
  }

  private SessionStep<Iso20Session> refuse(
      Iso20Request request, ResponseCode code, String reason, Turn turn) {
    return SessionStep.broken(
        code.wireName() + ": " + reason, FailureResponses.to(request, code, turn));
  }

  private static String name(Iso20Request request) {
    return request.getClass().getSimpleName();
  }
}
