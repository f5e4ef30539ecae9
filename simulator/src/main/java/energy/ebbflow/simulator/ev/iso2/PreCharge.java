package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeResponse;
import energy.ebbflow.simulator.ev.exchange.DcBattery;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.Optional;

/**
 * Lets the charger bring the inlet to the battery's voltage, then closes the vehicle's contactor
 * and starts the power.
 */
public record PreCharge() implements Iso2State {
  /** V2G_EVCC_PreCharge_Timeout, s. */
  static final double WAIT_SECONDS = 7;

  /** IEC 61851-23: at most 2 A may flow, A. */
  private static final double AMPS = 1;

  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new PreChargeRequest(
        Status.own(context),
        Values.volts(context.body().openCircuitVolts()),
        Values.amps(AMPS));
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof PreChargeResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.dcEvseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    if (Status.stops(response.dcEvseStatus())) {
      return Turn.on(end(context), learnt);
    }
    if (context.body().contactorClosed()) {
      return Turn.on(new PowerDeliveryStart(), learnt);
    }
    if (seconds > WAIT_SECONDS) {
      return new Turn.Fail<>("pre-charge took more than " + WAIT_SECONDS + " s");
    }
    double poll = context.config().habits().pollSeconds();
    double gap = Math.abs(context.body().inletVolts() - context.body().openCircuitVolts());
    return gap <= DcBattery.MATCH_VOLTS
        ? Turn.again(this, learnt, poll, new EvEffect.Contactor(true))
        : Turn.again(this, learnt, poll);
  }

  private static Iso2State end(EvContext context) {
    return context.body().contactorClosed() ? new PowerDeliveryStop(false) : new SessionStop(false);
  }

  @Override
  public String phase() {
    return "preCharge";
  }

  @Override
  public Optional<Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return Optional.of(end(context));
  }
}
