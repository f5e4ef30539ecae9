package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeResponse;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Lets the charger bring the inlet to the battery's voltage, then closes the vehicle's contactor
 * and starts the power.
 *
 * @param closing the vehicle's contactor was told to close
 */
public record PreCharge(boolean closing) implements Iso2State {
  /** V2G_EVCC_PreCharge_Timeout, s. */
  static final double WAIT_SECONDS = 7;

  /** IEC 61851-23: at most 2 A may flow, A. */
  private static final double AMPS = 1;

  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new PreChargeRequest(
        Status.own(context), Values.volts(context.body().openCircuitVolts()), Values.amps(AMPS));
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof PreChargeResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.dcEvseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    if (Status.stops(response.dcEvseStatus())) {
      return on(end(false), session);
    }
    if (context.body().contactorClosed()) {
      return on(new PowerDeliveryStart(), session);
    }
    if (seconds > WAIT_SECONDS) {
      return new Turn.Fail<>("pre-charge took more than " + WAIT_SECONDS + " s");
    }
    double poll = context.config().habits().pollSeconds();
    return DcBattery.matched(context, seconds)
        ? again(new PreCharge(true), session, poll, new EvEffect.Contactor(true))
        : again(this, session, poll);
  }

  private Iso2State end(boolean pause) {
    return closing ? new PowerDeliveryStop(pause) : new SessionStop(pause);
  }

  @Override
  public String phase() {
    return "preCharge";
  }

  @Override
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.of(end(pause));
  }
}
