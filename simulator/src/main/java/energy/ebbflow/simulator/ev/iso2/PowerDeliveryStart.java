package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.iso2.wire.Schedules;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.Optional;

/** Asks for energy by the chosen schedule, and tells what the vehicle means to draw within it. */
public record PowerDeliveryStart() implements Iso2State {
  /** PowerDeliveryRes has more time than others: contactors move meanwhile, s. */
  static final double TIMEOUT_SECONDS = 5;

  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    Optional<Integer> phases =
        session.dc()
            ? Optional.empty()
            : context.config().body().onboardCharger().map(OnboardChargerSpec::phases);
    return new PowerDeliveryRequest(
        ChargeProgress.START,
        session.tupleId(),
        session.plan().map(plan -> Schedules.profile(plan, phases)),
        parameter(session, context, false));
  }

  /** In DC every PowerDeliveryReq carries the vehicle's status. */
  static Optional<EvPowerDeliveryParameter> parameter(
      Iso2Session session, EvContext context, boolean complete) {
    return session.dc()
        ? Optional.of(
            new DcEvPowerDeliveryParameter(Status.own(context), Optional.of(false), complete))
        : Optional.empty();
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof PowerDeliveryResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.evseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    Iso2Session known = session.flowing(true);
    return known.dc()
        ? on(CurrentDemand.first(), known)
        : on(
            ChargingStatus.first(), known, new EvEffect.Allow(ChargingStatus.amps(known, context)));
  }

  @Override
  public double timeoutSeconds() {
    return TIMEOUT_SECONDS;
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.of(new PowerDeliveryStop(pause));
  }
}
