package energy.ebbflow.iso15118.secc.extension.sae;

import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.extension.sae.SaeServices.Flow;
import java.util.Optional;

/**
 * V2H: the vehicle tells its discharge limits as negative EVMaximumCurrentLimit and
 * EVMaximumPowerLimit, and in BulkSOC the state of charge at which it is to end. A vehicle that
 * tells its charge limits first is asked once more (EVSEProcessing Ongoing). In the loop its target
 * and its limits are negative, and so are ours; at BulkSOC the status is EVSE_Shutdown and nothing
 * flows.
 *
 * @param asked it was asked once more
 * @param minimumSoc BulkSOC, %; absent before it was told
 * @param atMinimum the state of charge has come to it
 */
record V2hDialect(boolean asked, Optional<Integer> minimumSoc, boolean atMinimum)
    implements Iso2Dialect {
  static V2hDialect first() {
    return new V2hDialect(false, Optional.empty(), false);
  }

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
    Flow discharge =
        new Flow(
            SaeServices.negative(said.evMaximumPowerLimit()),
            SaeServices.negative(Optional.of(said.evMaximumCurrentLimit())));
    if (discharge.watts().isPresent()
        && discharge.amps().isPresent()
        && said.bulkSoc().isPresent()) {
      return new Verdict.Accepted(
          new V2hDialect(
              true, said.bulkSoc(), atMinimum(said.dcEvStatus().evRessSoc(), said.bulkSoc())),
          SaeServices.state(
              report,
              Flow.NONE,
              discharge,
              Optional.empty(),
              said.bulkSoc().map(Integer::doubleValue)));
    }
    return asked
        ? new Verdict.Refused(
            ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
            "V2H needs negative limits of current and power and a BulkSOC, which did not come")
        : new Verdict.Again(new V2hDialect(true, minimumSoc, false));
  }

  @Override
  public Verdict demand(
      CurrentDemandRequest said, VehicleState report, VehicleState before, EvseView view) {
    boolean low = atMinimum(said.dcEvStatus().evRessSoc(), minimumSoc);
    double wanted = report.targetAmps().orElse(0d);
    if (wanted > 0) {
      return new Verdict.Refused(
          ResponseCode.FAILED,
          "a current of " + wanted + " A wanted, V2H takes energy out of the vehicle only");
    }
    Flow discharge =
        new Flow(
            SaeServices.negative(said.evMaximumPowerLimit()).or(before::dischargeWattsMax),
            SaeServices.negative(said.evMaximumCurrentLimit()).or(before::dischargeAmpsMax));
    boolean flows = !low && Iso2Dialect.mayDischarge(view);
    return new Verdict.Accepted(
        new V2hDialect(asked, minimumSoc, low),
        SaeServices.state(
            report,
            Flow.NONE,
            discharge,
            Optional.of(flows ? wanted : 0d),
            minimumSoc.map(Integer::doubleValue)));
  }

  @Override
  public CurrentDemandResponse answer(CurrentDemandResponse standard, EvseView view) {
    boolean may = Iso2Dialect.mayDischarge(view);
    double most = view.envelope().dischargeWattsMax();
    double wish = SaeServices.wish(view);
    // A station that wants less than it could says so; one that wants to charge cannot here.
    double watts = wish < -SaeServices.NO_WATTS ? Math.min(most, -wish) : most;
    return SaeServices.discharging(
        standard,
        atMinimum ? shutdown(standard.dcEvseStatus()) : standard.dcEvseStatus(),
        view,
        may ? watts : 0,
        may ? view.envelope().dischargeAmpsMax() : 0,
        view.amps());
  }

  private static boolean atMinimum(int socPercent, Optional<Integer> minimum) {
    return minimum.filter(percent -> socPercent <= percent).isPresent();
  }

  /** A fault keeps its own word. */
  private static DcEvseStatus shutdown(DcEvseStatus status) {
    return new DcEvseStatus(
        status.notificationMaxDelay(),
        status.evseNotification(),
        status.evseIsolationStatus(),
        status.evseStatusCode() == DcEvseStatusCode.EVSE_READY
            ? DcEvseStatusCode.EVSE_SHUTDOWN
            : status.evseStatusCode());
  }
}
