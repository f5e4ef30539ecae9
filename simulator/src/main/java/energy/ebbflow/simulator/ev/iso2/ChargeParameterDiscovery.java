package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.status.EvseStatus;
import energy.ebbflow.simulator.ev.charging.ChargerLimits;
import energy.ebbflow.simulator.ev.charging.ChargingPlan;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.iso2.wire.SaeService;
import energy.ebbflow.simulator.ev.iso2.wire.Schedules;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import energy.ebbflow.simulator.physics.BatterySpec;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Exchanges limits, and takes the schedule that brings the energy at the least cost; before energy
 * flows and again at every renegotiation.
 *
 * @param again the charger has answered "ongoing" before
 */
public record ChargeParameterDiscovery(boolean again) implements Iso2State {
  /** As many entries of a schedule as a profile may have. */
  private static final int ENTRIES_MAX = 24;

  /** What an on-board charger stands, V. */
  private static final double AC_VOLTS_MAX = 400;

  private static final int FULL_PERCENT = 100;

  public ChargeParameterDiscovery() {
    this(false);
  }

  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new ChargeParameterDiscoveryRequest(
        Optional.of(ENTRIES_MAX),
        session.mode().orElseThrow(),
        session.dc() ? direct(session, context) : alternating(context));
  }

  private EvChargeParameter direct(Iso2Session session, EvContext context) {
    EvConfig config = context.config();
    BatterySpec battery = config.body().battery();
    // SAE J2847/2 V2H: the second request turns the signs and names the state of charge to stop at.
    boolean gives = again && session.agreed(SaeService.V2H);
    double amps = gives ? -battery.dischargeAmpsMax() : battery.chargeAmpsMax();
    double watts = gives ? -battery.dischargeWattsMax() : battery.chargeWattsMax();
    int bulk = gives ? config.needs().minimumSocPercent() : config.needs().targetSocPercent();
    return new DcEvChargeParameter(
        Optional.of(config.needs().departureSeconds()),
        Status.own(context),
        Values.ampsLimit(amps),
        Optional.of(Values.wattsLimit(watts)),
        Values.volts(battery.voltsMax()),
        Optional.of(Values.wattHours(battery.capacityWattHours())),
        Optional.of(Values.wattHours(Math.max(0, wattHours(context)))),
        Optional.of(FULL_PERCENT),
        Optional.of(bulk));
  }

  private static EvChargeParameter alternating(EvContext context) {
    OnboardChargerSpec charger = context.config().body().onboardCharger().orElseThrow();
    return new AcEvChargeParameter(
        Optional.of(context.config().needs().departureSeconds()),
        Values.wattHours(Math.max(0, wattHours(context))),
        Values.volts(AC_VOLTS_MAX),
        Values.ampsLimit(charger.ampsMax()),
        Values.amps(charger.ampsMin()));
  }

  private static double wattHours(EvContext context) {
    return DcBattery.wattHoursTo(context, context.config().needs().targetSocPercent());
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof ChargeParameterDiscoveryResponse response)) {
      return unexpected(answer);
    }
    EvseStatus status = status(response.evseChargeParameter());
    Optional<String> danger = Status.danger(status);
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    // A wish to renegotiate is for the loop [V2G2-841]; "not ready" is no reason before it.
    if (Status.stops(status)) {
      return on(session.flowing() ? new PowerDeliveryStop(false) : new SessionStop(false), session);
    }
    if (response.evseProcessing() != EvseProcessing.FINISHED) {
      return seconds > ONGOING_SECONDS
          ? new Turn.Fail<>("no schedule within " + ONGOING_SECONDS + " s")
          : again(
              new ChargeParameterDiscovery(true), session, context.config().habits().pollSeconds());
    }
    if (response.saSchedules().isEmpty()) {
      return new Turn.Fail<>("the charger has finished, but sent no schedule");
    }
    Optional<String> misfit = misfit(response.evseChargeParameter(), session, context);
    if (misfit.isPresent()) {
      return new Turn.Fail<>(misfit.get());
    }
    ChargingPlan plan =
        ChargingPlan.best(
            Schedules.offers(response.saSchedules().get()),
            wattHours(context),
            wattsMax(session, context),
            context.config().needs(),
            context.nanos());
    return next(session.with(limits(response.evseChargeParameter())).with(plan));
  }

  private Turn<Iso2Session> next(Iso2Session known) {
    if (known.flowing()) {
      return on(new PowerDeliveryStart(), known);
    }
    // State C before the cable check; in AC with the request that starts the power [V2G2-847].
    return on(
        known.dc() ? new CableCheck() : new PowerDeliveryStart(), known, new EvEffect.Ready(true));
  }

  private static double wattsMax(Iso2Session session, EvContext context) {
    BatterySpec battery = context.config().body().battery();
    return session.dc()
        ? battery.chargeWattsMax()
        : context
            .config()
            .body()
            .onboardCharger()
            .map(c -> c.phases() * c.ampsMax() * AC_VOLTS_MAX)
            .orElse(0.0);
  }

  private static EvseStatus status(EvseChargeParameter parameter) {
    return switch (parameter) {
      case AcEvseChargeParameter ac -> ac.acEvseStatus();
      case DcEvseChargeParameter dc -> dc.dcEvseStatus();
    };
  }

  private static ChargerLimits limits(EvseChargeParameter parameter) {
    return switch (parameter) {
      case AcEvseChargeParameter ac ->
          new ChargerLimits(
              Values.number(ac.evseNominalVoltage()),
              Values.number(ac.evseMaxCurrent()),
              OptionalDouble.empty());
      case DcEvseChargeParameter dc ->
          new ChargerLimits(
              Values.number(dc.evseMaximumVoltageLimit()),
              Values.number(dc.evseMaximumCurrentLimit()),
              OptionalDouble.of(Values.number(dc.evseMaximumPowerLimit())));
    };
  }

  /** Why the two cannot charge together. */
  private static Optional<String> misfit(
      EvseChargeParameter parameter, Iso2Session session, EvContext context) {
    return switch (parameter) {
      case AcEvseChargeParameter _ ->
          session.dc()
              ? Optional.of("the charger's parameters are those of AC, DC was agreed")
              : Optional.empty();
      case DcEvseChargeParameter dc ->
          session.dc()
              ? DcBattery.misfit(
                  context,
                  Values.number(dc.evseMinimumVoltageLimit()),
                  Values.number(dc.evseMaximumVoltageLimit()))
              : Optional.of("the charger's parameters are those of DC, AC was agreed");
    };
  }

  @Override
  public String phase() {
    return "setup";
  }

  @Override
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.of(session.flowing() ? new PowerDeliveryStop(pause) : new SessionStop(pause));
  }
}
