package energy.ebbflow.iso15118.secc.extension.sae;

import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.extension.sae.SaeServices.Flow;
import java.util.Optional;

/**
 * V2G: the vehicle tells its charge limits as ever and turns its target and its limits below zero
 * when it gives. The station asks for it by negative EVSEPresentCurrent, EVSEMaximumCurrentLimit
 * and EVSEMaximumPowerLimit together; the vehicle follows with a negative target, and turns back
 * when they are positive again. A vehicle may also begin by itself.
 *
 * <p>Nothing flows out of a vehicle that did not ask for it: until its target is negative the
 * present current that is told is {@link #SIGN_AMPS}, whose sign is the request.
 */
record V2gDialect() implements Iso2Dialect {
  /** The smallest current of the wire, out of the vehicle. */
  static final double SIGN_AMPS = -0.1;

  @Override
  public String service() {
    return "DC_BPT";
  }

  @Override
  public boolean bidirectional() {
    return true;
  }

  @Override
  public Verdict parameters(DcEvChargeParameter said, VehicleState report, EvseView view) {
    // As the standard has it: a negative limit is refused there.
    return new Verdict.Accepted(this, report);
  }

  @Override
  public Verdict demand(
      CurrentDemandRequest said, VehicleState report, VehicleState before, EvseView view) {
    double wanted = report.targetAmps().orElse(0d);
    Flow charge =
        new Flow(
            SaeServices.positive(said.evMaximumPowerLimit()).or(before::chargeWattsMax),
            SaeServices.positive(said.evMaximumCurrentLimit()).or(before::chargeAmpsMax));
    Flow discharge =
        new Flow(
            SaeServices.negative(said.evMaximumPowerLimit()).or(before::dischargeWattsMax),
            SaeServices.negative(said.evMaximumCurrentLimit()).or(before::dischargeAmpsMax));
    double flowing = wanted < 0 && !Iso2Dialect.mayDischarge(view) ? 0 : wanted;
    return new Verdict.Accepted(
        this,
        SaeServices.state(
            report, charge, discharge, Optional.of(flowing), before.minimumSocPercent()));
  }

  @Override
  public CurrentDemandResponse answer(CurrentDemandResponse standard, EvseView view) {
    double wish = SaeServices.wish(view);
    if (!Iso2Dialect.mayDischarge(view) || wish > -SaeServices.NO_WATTS) {
      return standard;
    }
    // The set-point is the limit: the vehicle asks for as much as it may.
    double watts = Math.min(view.envelope().dischargeWattsMax(), -wish);
    double amps =
        view.volts() > 0
            ? Math.min(view.envelope().dischargeAmpsMax(), watts / view.volts())
            : view.envelope().dischargeAmpsMax();
    return SaeServices.discharging(
        standard, standard.dcEvseStatus(), view, watts, amps, Math.min(view.amps(), SIGN_AMPS));
  }
}
