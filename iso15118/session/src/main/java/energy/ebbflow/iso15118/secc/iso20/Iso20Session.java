package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccEffect;
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
   * What a step came to.
   *
   * @param next empty when the session is over
   * @param paused where it is over for now only
   */
  public record Step(
      Optional<Iso20Session> next, List<SeccEffect> effects, Optional<PausedSession> paused) {}

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
  public Step request(Iso20Request request, SeccConfig config, EvseView view, long nowNanos) {
    Turn turn = new Turn(config, data, view, nowNanos);
    if (overdue(nowNanos)) {
      return silent(config);
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
      return new Step(Optional.of(this), Parking.answer(request, turn), Optional.empty());
    }
    Optional<String> own = ownReason(view);
    if (own.isPresent()) {
      return refuse(request, ResponseCode.FAILED, own.get(), turn);
    }
    return carryOut(state.on(request, turn), Optional.of(request), turn);
  }

  /** Time has passed, or the station has changed. */
  public Step tick(SeccConfig config, EvseView view, long nowNanos) {
    if (overdue(nowNanos)) {
      return silent(config);
    }
    Turn turn = new Turn(config, data, view, nowNanos);
    return carryOut(state.tick(turn), waiting, turn);
  }

  private boolean overdue(long nowNanos) {
    // While an answer is held the vehicle waits for us.
    return !state.holding() && nowNanos - deadlineNanos >= 0;
  }

  private Step silent(SeccConfig config) {
    return over(
        "the vehicle was silent in "
            + state.name()
            + ": no request within "
            + state.patience(config.timing()) / 1_000_000
            + " ms (sequence timeout)",
        Optional.empty());
  }

  /** Why the station itself ends a session in which no energy flows yet. */
  private Optional<String> ownReason(EvseView view) {
    if (view.stop().isEmpty() || state.powerIsOver()) {
      return Optional.empty();
    }
    return switch (view.stop().get()) {
      case FAULT -> Optional.of("the station has a fault");
      // In the charge loop there is a notification for it; before it there is only this.
      case TERMINATE ->
          state.stoppable()
              ? Optional.of("the station ends the session before energy flows")
              : Optional.empty();
      case PAUSE -> Optional.empty();
    };
  }

  private Step sessionStop(SessionStopRequest request, Turn turn) {
    List<SeccEffect> effects = new ArrayList<>();
    if (data.live()) {
      effects.add(new SeccEffect.StopEnergyTransfer("the vehicle ends the session"));
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

  private Step renegotiate(SessionStopRequest request, List<SeccEffect> effects, Turn turn) {
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
    return new Step(
        Optional.of(
            new Iso20Session(
                data.withLive(false),
                next,
                Optional.empty(),
                turn.in(next.patience(turn.config().timing())))),
        effects,
        Optional.empty());
  }

  private Step ended(List<SeccEffect> effects, Turn turn, boolean pause) {
    effects.add(new SeccEffect.Respond(new SessionStopResponse(turn.header(), ResponseCode.OK)));
    effects.add(new SeccEffect.SessionEnded(pause, data.sessionId().toArray()));
    effects.add(new SeccEffect.CloseLink(pause ? "session paused" : "session ended"));
    return new Step(
        Optional.empty(),
        effects,
        pause
            ? data.selection()
                .map(
                    chosen ->
                        new PausedSession(data.sessionId(), chosen, data.allowed().bidirectional()))
            : Optional.empty());
  }

  private Step carryOut(Outcome outcome, Optional<Iso20Request> request, Turn turn) {
    return switch (outcome) {
      case Outcome.Nothing nothing -> new Step(Optional.of(this), List.of(), Optional.empty());
      case Outcome.Answer answer -> {
        List<SeccEffect> effects = new ArrayList<>(answer.effects());
        effects.add(new SeccEffect.Respond(answer.response()));
        yield new Step(
            Optional.of(
                new Iso20Session(
                    answer.data(),
                    answer.next(),
                    Optional.empty(),
                    turn.in(answer.next().patience(turn.config().timing())))),
            effects,
            Optional.empty());
      }
      case Outcome.Hold hold ->
          new Step(
              Optional.of(
                  new Iso20Session(
                      hold.data(),
                      hold.next(),
                      hold.next().holding() ? request : Optional.empty(),
                      deadlineNanos)),
              hold.effects(),
              Optional.empty());
      case Outcome.Refuse refuse ->
          request.isPresent()
              ? refuse(request.get(), refuse.code(), refuse.reason(), turn)
              : over(refuse.reason(), Optional.empty());
    };
  }

  private Step refuse(Iso20Request request, ResponseCode code, String reason, Turn turn) {
    return over(code.wireName() + ": " + reason, FailureResponses.to(request, code, turn));
  }

  private static Step over(String reason, Optional<Iso20Response> response) {
    List<SeccEffect> effects = new ArrayList<>();
    // Power off comes first: the vehicle may read the answer when it likes.
    effects.add(new SeccEffect.SessionFailed(reason));
    response.ifPresent(r -> effects.add(new SeccEffect.Respond(r)));
    effects.add(new SeccEffect.CloseLink(reason));
    return new Step(Optional.empty(), effects, Optional.empty());
  }

  private static String name(Iso20Request request) {
    return request.getClass().getSimpleName();
  }
}
