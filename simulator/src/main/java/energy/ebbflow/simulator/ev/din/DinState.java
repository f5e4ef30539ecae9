package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** A state of the vehicle's session by DIN 70121: the body of a request, and its answer's. */
public sealed interface DinState extends TalkState<DinSession>
    permits SessionSetup,
        ServiceDiscovery,
        ServicePaymentSelection,
        ContractAuthentication,
        ChargeParameterDiscovery,
        CableCheck,
        PreCharge,
        PowerDeliveryStart,
        CurrentDemand,
        PowerDeliveryStop,
        WeldingDetection,
        SessionStop {

  /** The request's body, made of fresh values. */
  BodyElement body(DinSession session, EvContext context);

  /**
   * What the answer means.
   *
   * @param seconds since the state was entered
   */
  Turn<DinSession> heard(BodyElement answer, DinSession session, EvContext context, double seconds);

  @Override
  default V2gMessage request(Talk<DinSession> talk, EvContext context) {
    return talk.session().message(body(talk.session(), context));
  }

  @Override
  default Turn<DinSession> answer(V2gMessage answer, Talk<DinSession> talk, EvContext context) {
    if (talk.session().late(context)) {
      return new Turn.Fail<>(
          "not ready to charge within " + DinSession.READY_SECONDS + " s after the setup");
    }
    return answer instanceof DinMessage message && message.body().bodyElement().isPresent()
        ? heard(
            message.body().bodyElement().get(),
            talk.session(),
            context,
            (context.nanos() - talk.enteredNanos()) / 1e9)
        : unexpected(answer);
  }

  /** Without energy the session just stops; there is no pause. */
  @Override
  default Optional<TalkState<DinSession>> stopping(DinSession session, boolean pause) {
    return Optional.of(new SessionStop());
  }

  /** Go on with another state. */
  default Turn<DinSession> on(
      TalkState<DinSession> state, DinSession session, EvEffect... effects) {
    return new Turn.On<>(session, state, List.of(effects));
  }

  /** Ask the same again after {@code seconds}. */
  default Turn<DinSession> again(
      TalkState<DinSession> state, DinSession session, double seconds, EvEffect... effects) {
    return new Turn.Again<>(session, state, seconds, List.of(effects));
  }

  /** What is left to say when the answer belongs to another request. */
  default Turn<DinSession> unexpected(BodyElement answer) {
    return new Turn.Fail<>(
        name() + " expected its response, got " + answer.getClass().getSimpleName());
  }
}
