package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.din.Body;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.din.MessageHeader;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.din.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SessionRules;
import energy.ebbflow.iso15118.secc.SessionStep;
import energy.ebbflow.iso15118.secc.din.state.AwaitSessionSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session of DIN 70121: what all states have in common. The order of checks is sequence
 * [V2G-DC-390], session id [V2G-DC-391], reasons of the station, and then the state's own.
 *
 * @param data what the session has learnt
 * @param state where it stands
 * @param waiting the request whose answer is held
 * @param deadlineNanos when the vehicle has to have sent its next request
 */
public record DinSession(
    DinData data, DinState state, Optional<BodyElement> waiting, long deadlineNanos) {

  /**
   * The protocol is agreed.
   *
   * @param fresh eight bytes for the session, unpredictable
   * @param setupDeadlineNanos when the vehicle has to have set it up
   */
  public static DinSession initial(Octets fresh, long setupDeadlineNanos) {
    return new DinSession(
        DinData.fresh(fresh), new AwaitSessionSetup(), Optional.empty(), setupDeadlineNanos);
  }

  /** A message came. */
  public SessionStep<DinSession> request(
      DinMessage message, SeccConfig config, EvseView view, long nowNanos) {
    DinTurn turn = new DinTurn(config, data, view, nowNanos);
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
      return sessionStop();
    }
    boolean ending =
        request instanceof PowerDeliveryRequest delivery && !delivery.readyToChargeState();
    Optional<String> own = SessionRules.ownReason(state, view, ending);
    if (own.isPresent()) {
      return refuse(request, ownCode(request, view), own.get(), turn);
    }
    return carryOut(state.on(request, turn), Optional.of(request), turn);
  }

  /**
   * A start of power has a code of its own, and so has a voltage that broke down in the loop; -2
   * has lost the latter.
   */
  private static ResponseCode ownCode(BodyElement request, EvseView view) {
    if (request instanceof PowerDeliveryRequest delivery && delivery.readyToChargeState()) {
      // [V2G-DC-401]
      return ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED;
    }
    boolean low = view.outlook().alarm().equals(Optional.of(Outlook.Alarm.UNDER_VOLTAGE));
    return low && request instanceof CurrentDemandRequest
        ? ResponseCode.FAILED_EVSE_PRESENT_VOLTAGE_TO_LOW
        : ResponseCode.FAILED;
  }

  /** Time has passed, or the station has changed. */
  public SessionStep<DinSession> tick(SeccConfig config, EvseView view, long nowNanos) {
    if (SessionRules.overdue(state, deadlineNanos, nowNanos)) {
      return SessionRules.silent(state, config.timing());
    }
    DinTurn turn = new DinTurn(config, data, view, nowNanos);
    return carryOut(state.tick(turn), waiting, turn);
  }

  private SessionStep<DinSession> sessionStop() {
    List<SeccEffect> effects = new ArrayList<>();
    if (data.live()) {
      effects.add(new SeccEffect.StopEnergyTransfer("the vehicle ends the session"));
    }
    effects.add(new SeccEffect.Respond(message(new SessionStopResponse(ResponseCode.OK), data)));
    effects.add(new SeccEffect.SessionEnded(false, data.sessionId().toArray()));
    effects.add(new SeccEffect.CloseLink("session ended"));
    return new SessionStep<>(Optional.empty(), effects, Optional.empty());
  }

  private static DinMessage message(BodyElement body, DinData data) {
    return new DinMessage(
        new MessageHeader(data.sessionId(), Optional.empty(), Optional.empty()),
        new Body(Optional.of(body)));
  }

  private SessionStep<DinSession> carryOut(
      DinOutcome outcome, Optional<BodyElement> request, DinTurn turn) {
    return switch (outcome) {
      case DinOutcome.Nothing nothing -> SessionStep.on(this, List.of());
      case DinOutcome.Answer answer -> {
        List<SeccEffect> effects = new ArrayList<>(answer.effects());
        effects.add(new SeccEffect.Respond(message(answer.response(), answer.data())));
        yield SessionStep.on(
            new DinSession(
                answer.data(),
                answer.next(),
                Optional.empty(),
                turn.in(answer.next().patience(turn.config().timing()))),
            effects);
      }
      case DinOutcome.Hold hold ->
          SessionStep.on(
              new DinSession(
                  hold.data(),
                  hold.next(),
                  hold.next().holding() ? request : Optional.empty(),
                  deadlineNanos),
              hold.effects());
      case DinOutcome.Refuse refuse ->
          request.isPresent()
              ? refuse(request.get(), refuse.code(), refuse.reason(), turn)
              : SessionStep.broken(refuse.reason(), Optional.empty());
    };
  }

  private SessionStep<DinSession> refuse(
      BodyElement request, ResponseCode code, String reason, DinTurn turn) {
    return SessionStep.broken(
        code.wireName() + ": " + reason,
        DinFailures.to(request, code, turn).map(body -> message(body, data)));
  }

  private static String name(BodyElement request) {
    return request.getClass().getSimpleName();
  }
}
