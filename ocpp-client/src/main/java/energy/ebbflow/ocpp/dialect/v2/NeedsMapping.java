package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.EnumSpelling;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.v2.needs.ChargingNeeds;
import energy.ebbflow.ocpp.v2.needs.ControlMode;
import energy.ebbflow.ocpp.v2.needs.DcChargingParameters;
import energy.ebbflow.ocpp.v2.needs.EnergyTransferMode;
import energy.ebbflow.ocpp.v2.needs.MobilityNeedsMode;
import energy.ebbflow.ocpp.v2.needs.V2xChargingParameters;
import energy.ebbflow.ocpp.v2.smartcharging.NotifyEvChargingNeeds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a vehicle needs, as NotifyEVChargingNeeds (K15-K17, Q01). */
final class NeedsMapping {
  private NeedsMapping() {}

  static Optional<NotifyEvChargingNeeds.Request> request(
      StationEvent.ChargingNeeds needs, WireVersion version, Instant now) {
    boolean bidirectional = needs.energyTransfer().contains("BPT");
    boolean dc = needs.energyTransfer().startsWith("DC");
    // 2.0.1 has no bidirectional transfer: it hears of the charging side alone.
    EnergyTransferMode oneWay = dc ? EnergyTransferMode.DC : EnergyTransferMode.AC_THREE_PHASE;
    EnergyTransferMode mode =
        EnumSpelling.find(EnergyTransferMode.class, needs.energyTransfer(), version).orElse(oneWay);
    Optional<DcChargingParameters> direct =
        dc && (!bidirectional || version == WireVersion.V201) ? direct(needs) : Optional.empty();
    Optional<V2xChargingParameters> v2x =
        version == WireVersion.V21 && bidirectional ? Optional.of(v2x(needs)) : Optional.empty();
    ChargingNeeds body =
        new ChargingNeeds(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            mode,
            direct,
            v2x,
            List.of(mode),
            EnumSpelling.find(ControlMode.class, needs.controlMode(), version),
            Optional.of(needs.byStation() ? MobilityNeedsMode.EVCC_SECC : MobilityNeedsMode.EVCC),
            needs.departure());
    return Optional.of(
        new NotifyEvChargingNeeds.Request(needs.evse(), Optional.empty(), body, Optional.of(now)));
  }

  private static Optional<DcChargingParameters> direct(StationEvent.ChargingNeeds needs) {
    if (needs.chargeAmpsMax().isEmpty() || needs.voltsMax().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DcChargingParameters(
            needs.chargeAmpsMax().get(),
            needs.voltsMax().get(),
            needs.chargeWattsMax(),
            Optional.empty(),
            needs.energyTargetWh(),
            needs.socPercent().map(NeedsMapping::percent),
            Optional.empty(),
            Optional.empty()));
  }

  private static int percent(double soc) {
    return Math.clamp(Math.round(soc), 0, 100);
  }

  private static V2xChargingParameters v2x(StationEvent.ChargingNeeds needs) {
    return new V2xChargingParameters(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        needs.chargeWattsMax(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        needs.dischargeWattsMax(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        needs.chargeAmpsMax(),
        Optional.empty(),
        needs.dischargeAmpsMax(),
        needs.voltsMin(),
        needs.voltsMax(),
        needs.energyTargetWh(),
        needs.energyMinWh(),
        needs.energyMaxWh(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
