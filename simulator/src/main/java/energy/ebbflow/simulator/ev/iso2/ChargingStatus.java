package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.simulator.ev.exchange.ChargerLimits;
import energy.ebbflow.simulator.ev.exchange.DcBattery;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.Optional;

/**
 * AC energy flows. The on-board charger keeps to the charger's current limit, to the plan, and to
 * the pilot's duty cycle where that says more than "digital" [V2G2-853].
 */
public record ChargingStatus() implements Iso2State {
  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new ChargingStatusRequest();
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof ChargingStatusResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.acEvseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    Iso2Learnt known =
        response
            .evseMaxCurrent()
            .map(
                limit ->
                    learnt.with(
                        new ChargerLimits(
                            learnt.limits().volts(),
                            Values.number(limit),
                            learnt.limits().watts())))
            .orElse(learnt);
    EvEffect allow = new EvEffect.Allow(amps(known, context));
    Optional<MeterInfo> receipt =
        response.meterInfo().filter(m -> response.receiptRequired().orElse(false));
    if (receipt.isPresent()) {
      return Turn.on(new MeteringReceipt(receipt.get(), this), known, allow);
    }
    Status.Wish wish = Status.wish(response.acEvseStatus());
    if (wish == Status.Wish.STOP || DcBattery.full(context)) {
      return Turn.on(new PowerDeliveryStop(false), known, new EvEffect.Allow(0));
    }
    if (wish == Status.Wish.RENEGOTIATE || CurrentDemand.outdated(known, context)) {
      return Turn.on(new PowerDeliveryRenegotiate(), known);
    }
    return Turn.again(this, known, context.config().habits().loopSeconds(), allow);
  }

  /** The current per phase that all limits leave, A. */
  static double amps(Iso2Learnt learnt, EvContext context) {
    OnboardChargerSpec charger = context.config().body().onboardCharger().orElseThrow();
    double pilot = context.digital() ? Double.POSITIVE_INFINITY : context.pilotAmps();
    double volts = Math.max(1, learnt.limits().volts());
    double plan =
        learnt
            .plan()
            .map(p -> p.wattsAt(context.nanos()) / volts / charger.phases())
            .orElse(Double.POSITIVE_INFINITY);
    return Math.max(
        0,
        Math.min(
            Math.min(charger.ampsMax(), learnt.limits().amps()), Math.min(pilot, plan)));
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
