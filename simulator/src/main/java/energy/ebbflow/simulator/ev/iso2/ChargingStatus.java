package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.simulator.ev.charging.ChargerLimits;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.Optional;

/**
 * AC energy flows. The on-board charger keeps to the charger's current limit, to the plan, and to
 * the pilot's duty cycle where that says more than "digital" [V2G2-853]. At the end it first brings
 * its current to zero.
 *
 * @param aim what the vehicle wants
 */
public record ChargingStatus(Aim aim) implements Iso2State {
  /** For how long it waits for its current to go before it stops all the same, s. */
  static final double RAMP_SECONDS = 4;

  private static final int THREE = 3;

  /** Energy is wanted. */
  static ChargingStatus first() {
    return new ChargingStatus(Aim.ENERGY);
  }

  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new ChargingStatusRequest();
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof ChargingStatusResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.acEvseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    Iso2Session known =
        response
            .evseMaxCurrent()
            .map(limit -> session.with(limited(session.limits(), Values.number(limit))))
            .orElse(session);
    EvEffect allow = new EvEffect.Allow(aim == Aim.ENERGY ? amps(known, context) : 0);
    Optional<MeterInfo> receipt =
        response.meterInfo().filter(m -> response.receiptRequired().orElse(false));
    if (receipt.isPresent()) {
      return on(new MeteringReceipt(receipt.get(), this), known, allow);
    }
    double pause = context.config().habits().loopSeconds();
    if (aim != Aim.ENERGY) {
      boolean none = Math.abs(context.body().phaseAmps()) < DcBattery.NO_AMPS;
      return none || seconds >= RAMP_SECONDS
          ? on(new PowerDeliveryStop(aim == Aim.PAUSE), known, allow)
          : again(this, known, pause, allow);
    }
    Status.Wish wish = Status.wish(response.acEvseStatus());
    if (wish == Status.Wish.STOP || DcBattery.full(context)) {
      return on(new ChargingStatus(Aim.STOP), known, new EvEffect.Allow(0));
    }
    if (wish == Status.Wish.RENEGOTIATE || known.outdated(context)) {
      return on(new PowerDeliveryRenegotiate(), known);
    }
    return again(this, known, pause, allow);
  }

  private static ChargerLimits limited(ChargerLimits before, double amps) {
    return new ChargerLimits(before.volts(), amps, before.watts());
  }

  /** The current per phase that all limits leave, A. */
  static double amps(Iso2Session session, EvContext context) {
    OnboardChargerSpec charger = context.config().body().onboardCharger().orElseThrow();
    boolean three = session.mode().equals(Optional.of(EnergyTransferMode.AC_THREE_PHASE_CORE));
    double pilot = context.digital() ? Double.POSITIVE_INFINITY : context.pilotAmps();
    double volts = Math.max(1, session.limits().volts()) * (three ? THREE : 1);
    double plan =
        session
            .plan()
            .map(p -> p.wattsAt(context.nanos()) / volts)
            .orElse(Double.POSITIVE_INFINITY);
    double limit = Math.min(charger.ampsMax(), session.limits().amps());
    return Math.max(0, Math.min(limit, Math.min(pilot, plan)));
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return aim == Aim.ENERGY
        ? Optional.of(new ChargingStatus(pause ? Aim.PAUSE : Aim.STOP))
        : Optional.empty();
  }
}
