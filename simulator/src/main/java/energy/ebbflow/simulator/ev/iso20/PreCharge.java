package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeResponse;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.iso20.wire.Wire;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;

/**
 * Lets the charger bring the inlet to the battery's voltage, then closes the vehicle's contactor.
 *
 * @param finished the contactor is closed; the next request says so
 */
public record PreCharge(boolean finished) implements Iso20State {
  /** V2G_EVCC_PreCharge_Timeout. */
  static final double WAIT_SECONDS = 10;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new DcPreChargeRequest(
        talk.session().header(context),
        finished ? Processing.FINISHED : Processing.ONGOING,
        Wire.tenths(context.body().inletVolts()),
        Wire.tenths(context.body().openCircuitVolts()));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof DcPreChargeResponse)) {
      return unexpected(answer);
    }
    if (finished) {
      return new Turn.On<>(talk.session(), new PowerDeliveryStart());
    }
    double poll = context.config().habits().pollSeconds();
    if (context.body().contactorClosed()) {
      return new Turn.Again<>(talk.session(), new PreCharge(true), 0);
    }
    if (talk.over(WAIT_SECONDS, context)) {
      return new Turn.Fail<>("pre-charge took more than " + WAIT_SECONDS + " s");
    }
    return DcBattery.matched(context, talk.seconds(context))
        ? new Turn.Again<>(talk.session(), this, poll, List.of(new EvEffect.Contactor(true)))
        : new Turn.Again<>(talk.session(), this, poll);
  }

  @Override
  public String phase() {
    return "preCharge";
  }

  @Override
  public boolean energised() {
    return finished;
  }
}
