package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.charge.AcEvseChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.din.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.din.schedule.SaScheduleTuple;
import energy.ebbflow.simulator.ev.charging.ChargerLimits;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.din.wire.Status;
import energy.ebbflow.simulator.ev.din.wire.Values;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Turn;
import energy.ebbflow.simulator.physics.BatterySpec;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Exchanges limits. The power of the charger's schedule has 16 bits, too few for a fast charger:
 * the vehicle keeps to the charger's limits instead.
 */
public record ChargeParameterDiscovery() implements DinState {
  private static final int FULL_PERCENT = 100;

  @Override
  public BodyElement body(DinSession session, EvContext context) {
    EvConfig config = context.config();
    BatterySpec battery = config.body().battery();
    double wattHours = DcBattery.wattHoursTo(context, config.needs().targetSocPercent());
    return new ChargeParameterDiscoveryRequest(
        session.transfer().orElseThrow(),
        new DcEvChargeParameter(
            Status.own(context),
            Values.ampsLimit(battery.chargeAmpsMax()),
            Optional.of(Values.wattsLimit(battery.chargeWattsMax())),
            Values.volts(battery.voltsMax()),
            Optional.of(Values.wattHours(battery.capacityWattHours())),
            Optional.of(Values.wattHours(Math.max(0, wattHours))),
            Optional.of(FULL_PERCENT),
            Optional.of(config.needs().targetSocPercent())));
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof ChargeParameterDiscoveryResponse response)) {
      return unexpected(answer);
    }
    return switch (response.evseChargeParameter()) {
      case AcEvseChargeParameter _ -> new Turn.Fail<>("the charger's parameters are those of AC");
      case DcEvseChargeParameter dc -> heard(response, dc, session, context, seconds);
    };
  }

  private Turn<DinSession> heard(
      ChargeParameterDiscoveryResponse response,
      DcEvseChargeParameter dc,
      DinSession session,
      EvContext context,
      double seconds) {
    Optional<String> danger = Status.danger(dc.dcEvseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    if (Status.stops(dc.dcEvseStatus())) {
      return on(new SessionStop(), session);
    }
    if (response.evseProcessing() == EvseProcessing.ONGOING) {
      return seconds > ONGOING_SECONDS
          ? new Turn.Fail<>("no parameters within " + ONGOING_SECONDS + " s")
          : again(this, session, context.config().habits().pollSeconds());
    }
    Optional<String> misfit =
        DcBattery.misfit(
            context,
            Values.number(dc.evseMinimumVoltageLimit()),
            Values.number(dc.evseMaximumVoltageLimit()));
    if (misfit.isPresent()) {
      return new Turn.Fail<>(misfit.get());
    }
    int tuple =
        switch (response.saSchedules()) {
          case SaScheduleList list ->
              list.saScheduleTuple().stream()
                  .map(SaScheduleTuple::saScheduleTupleId)
                  .findFirst()
                  .orElse(session.tupleId());
        };
    // State C before the cable check.
    return on(
        new CableCheck(), session.scheduled(tuple).with(limits(dc)), new EvEffect.Ready(true));
  }

  private static ChargerLimits limits(DcEvseChargeParameter dc) {
    return new ChargerLimits(
        Values.number(dc.evseMaximumVoltageLimit()),
        Values.number(dc.evseMaximumCurrentLimit()),
        dc.evseMaximumPowerLimit().isPresent()
            ? OptionalDouble.of(Values.number(dc.evseMaximumPowerLimit().get()))
            : OptionalDouble.empty());
  }

  @Override
  public String phase() {
    return "setup";
  }
}
