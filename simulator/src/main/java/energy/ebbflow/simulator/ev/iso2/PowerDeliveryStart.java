package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.Optional;

/** Asks for energy by the chosen schedule, and tells what the vehicle means to draw within it. */
public record PowerDeliveryStart() implements Iso2State {
  /** PowerDeliveryRes has more time than others: contactors move meanwhile, s. */
  static final double TIMEOUT_SECONDS = 5;

  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    Optional<Integer> phases =
        learnt.dc()
            ? Optional.empty()
            : context.config().body().onboardCharger().map(OnboardChargerSpec::phases);
    return new PowerDeliveryRequest(
        ChargeProgress.START,
        learnt.tupleId(),
        learnt.plan().map(plan -> Schedules.profile(plan, phases)),
        parameter(learnt, context, false));
  }

  /** In DC every PowerDeliveryReq carries the vehicle's status. */
  static Optional<EvPowerDeliveryParameter> parameter(
      Iso2Learnt learnt, EvContext context, boolean complete) {
    return learnt.dc()
        ? Optional.of(
            new DcEvPowerDeliveryParameter(Status.own(context), Optional.of(false), complete))
        : Optional.empty();
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof PowerDeliveryResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.evseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    Iso2Learnt known = learnt.flowing(true);
    return known.dc()
        ? Turn.on(CurrentDemand.first(), known)
        : Turn.on(
            new ChargingStatus(), known, new EvEffect.Allow(ChargingStatus.amps(known, context)));
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
  public Optional<Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return Optional.of(new PowerDeliveryStop(false));
  }
}
