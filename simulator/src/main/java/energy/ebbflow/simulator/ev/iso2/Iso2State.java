package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** A state of the vehicle's session by ISO 15118-2: the body of a request, and its answer's. */
public sealed interface Iso2State extends TalkState<Iso2Session>
    permits SessionSetup,
        ServiceDiscovery,
        ServiceDetail,
        PaymentServiceSelection,
        Authorization,
        ChargeParameterDiscovery,
        CableCheck,
        PreCharge,
        PowerDeliveryStart,
        CurrentDemand,
        ChargingStatus,
        MeteringReceipt,
        PowerDeliveryRenegotiate,
        PowerDeliveryStop,
        WeldingDetection,
        SessionStop {

  /** The request's body, made of fresh values. */
  BodyElement body(Iso2Session session, EvContext context);

  /**
   * What the answer means.
   *
   * @param seconds since the state was entered
   */
  Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds);

  @Override
  default V2gMessage request(Talk<Iso2Session> talk, EvContext context) {
    return talk.session().message(body(talk.session(), context));
  }

  @Override
  default Turn<Iso2Session> answer(V2gMessage answer, Talk<Iso2Session> talk, EvContext context) {
    return answer instanceof Iso2Message message && message.body().bodyElement().isPresent()
        ? heard(
            message.body().bodyElement().get(),
            talk.session(),
            context,
            (context.nanos() - talk.enteredNanos()) / 1e9)
        : unexpected(answer);
  }

  /** Without energy the session just stops. */
  @Override
  default Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.of(new SessionStop(pause));
  }

  /** Go on with another state. */
  default Turn<Iso2Session> on(
      TalkState<Iso2Session> state, Iso2Session session, EvEffect... effects) {
    return new Turn.On<>(session, state, List.of(effects));
  }

  /** Ask the same again after {@code seconds}. */
  default Turn<Iso2Session> again(
      TalkState<Iso2Session> state, Iso2Session session, double seconds, EvEffect... effects) {
    return new Turn.Again<>(session, state, seconds, List.of(effects));
  }

  /** What is left to say when the answer belongs to another request. */
  default Turn<Iso2Session> unexpected(BodyElement answer) {
    return new Turn.Fail<>(
        name() + " expected its response, got " + answer.getClass().getSimpleName());
  }
}
