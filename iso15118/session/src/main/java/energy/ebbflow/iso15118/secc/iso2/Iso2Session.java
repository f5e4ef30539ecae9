package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.Body;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.MessageHeader;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccEffect;
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
   * What a step came to.
   *
   * @param next empty when the session is over
   * @param paused where it is over for now only
   */
  public record Step(
      Optional<Iso2Session> next, List<SeccEffect> effects, Optional<PausedSession> paused) {}

  /**
   * The protocol is agreed.
   *
   * @param fresh eight bytes for a new session, unpredictable
   * @param setupDeadlineNanos when the vehicle has to have set it up
   */
  public static Iso2Session initial(
      Octets fresh, Optional<PausedSession> paused, long setupDeadlineNanos) {
    return new Iso2Session(
        Iso2Data.fresh(fresh), new AwaitSessionSetup(paused), Optional.empty(), setupDeadlineNanos);
  }

  /** A message came. */
  public Step request(Iso2Message message, SeccConfig config, EvseView view, long nowNanos) {
    Iso2Turn turn = new Iso2Turn(config, data, view, nowNanos);
    if (overdue(nowNanos)) {
      return silent(config);
    }
    if (message.body().bodyElement().isEmpty()) {
      return over("a message without a body came in " + state.name(), Optional.empty());
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
    Optional<String> own = ownReason(view);
    if (own.isPresent()) {
      return refuse(request, ResponseCode.FAILED, own.get(), turn);
    }
    if (state instanceof AwaitSessionSetup setup && request instanceof SessionSetupRequest r) {
      return carryOut(setup.on(r, message.header().sessionId(), turn), Optional.of(request), turn);
    }
    return carryOut(state.on(request, turn), Optional.of(request), turn);
  }

  /** Time has passed, or the station has changed. */
  public Step tick(SeccConfig config, EvseView view, long nowNanos) {
    if (overdue(nowNanos)) {
      return silent(config);
    }
    Iso2Turn turn = new Iso2Turn(config, data, view, nowNanos);
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
      // In the loop there is a notification for it; before it there is only this.
      case TERMINATE ->
          state.stoppable()
              ? Optional.of("the station ends the session before energy flows")
              : Optional.empty();
      case PAUSE -> Optional.empty();
    };
  }

  private Step sessionStop(SessionStopRequest request, Iso2Turn turn) {
    List<SeccEffect> effects = new ArrayList<>();
    if (data.live()) {
      effects.add(new SeccEffect.StopEnergyTransfer("the vehicle ends the session"));
    }
    boolean pause = request.chargingSession() == ChargingSession.PAUSE;
    effects.add(respond(new SessionStopResponse(ResponseCode.OK), data));
    effects.add(new SeccEffect.SessionEnded(pause, data.sessionId().toArray()));
    effects.add(new SeccEffect.CloseLink(pause ? "session paused" : "session ended"));
    EnergyService service = data.dc() ? EnergyService.DC : EnergyService.AC;
    return new Step(
        Optional.empty(),
        effects,
        pause
            ? Optional.of(
                new PausedSession(data.sessionId(), new Selection(service, ControlMode.SCHEDULED)))
            : Optional.empty());
  }

  private static SeccEffect.Respond respond(BodyElement body, Iso2Data data) {
    return new SeccEffect.Respond(
        new Iso2Message(
            new MessageHeader(data.sessionId(), Optional.empty(), Optional.empty()),
            new Body(Optional.of(body))));
  }

  private Step carryOut(Iso2Outcome outcome, Optional<BodyElement> request, Iso2Turn turn) {
    return switch (outcome) {
      case Iso2Outcome.Nothing nothing -> new Step(Optional.of(this), List.of(), Optional.empty());
      case Iso2Outcome.Answer answer -> {
        List<SeccEffect> effects = new ArrayList<>(answer.effects());
        effects.add(respond(answer.response(), answer.data()));
        yield new Step(
            Optional.of(
                new Iso2Session(
                    answer.data(),
                    answer.next(),
                    Optional.empty(),
                    turn.in(answer.next().patience(turn.config().timing())))),
            effects,
            Optional.empty());
      }
      case Iso2Outcome.Hold hold ->
          new Step(
              Optional.of(
                  new Iso2Session(
                      hold.data(),
                      hold.next(),
                      hold.next().holding() ? request : Optional.empty(),
                      deadlineNanos)),
              hold.effects(),
              Optional.empty());
      case Iso2Outcome.Refuse refuse ->
          request.isPresent()
              ? refuse(request.get(), refuse.code(), refuse.reason(), turn)
              : over(refuse.reason(), Optional.empty());
    };
  }

  private Step refuse(BodyElement request, ResponseCode code, String reason, Iso2Turn turn) {
    return over(
        code.wireName() + ": " + reason,
        Iso2Failures.to(request, code, turn).map(body -> respond(body, data)));
  }

  private static Step over(String reason, Optional<SeccEffect.Respond> response) {
    List<SeccEffect> effects = new ArrayList<>();
    // Power off comes first: the vehicle may read the answer when it likes.
    effects.add(new SeccEffect.SessionFailed(reason));
    response.ifPresent(effects::add);
    effects.add(new SeccEffect.CloseLink(reason));
    return new Step(Optional.empty(), effects, Optional.empty());
  }

  private static String name(BodyElement request) {
    return request.getClass().getSimpleName();
  }
}
