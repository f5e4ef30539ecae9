package energy.ebbflow.firmware.warmup;

import energy.ebbflow.firmware.config.EnergySection;
import energy.ebbflow.firmware.evse.EvseSettings;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.firmware.vehicle.Iso15118Sessions;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.ocpp.domain.IdToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outlet of a warm-up, the same whatever the board file says: what is played to it must lead to
 * the end of its session.
 */
final class WarmUpOutlet {
  private static final long SECOND = 1_000_000_000L;
  private static final double DC_VOLTS_MAX = 500;
  private static final double DC_AMPS_MAX = 60;
  private static final double DC_WATTS_MAX = 20_000;
  private static final double AC_VOLTS = 230;
  private static final double AC_AMPS_MAX = 32;
  private static final double CELSIUS_MAX = 80;

  /** ISO 15118-20 Table 207: the combined connector. */
  private static final int EXTENDED_CONNECTOR = 2;

  private WarmUpOutlet() {}

  static EvseSettings settings(boolean dc) {
    return new EvseSettings(
        evse(dc),
        new PathChoice(true, !dc, PathChoice.LINK_NANOS),
        SupervisorConfig.of(
            dc, dc ? DC_VOLTS_MAX : AC_VOLTS, dc ? DC_AMPS_MAX : AC_AMPS_MAX, CELSIUS_MAX),
        new EnergySection(EnergySection.Unmanaged.CHARGE, EnergySection.Discharge.EVERYBODY, 20, 6),
        new Iso15118Sessions(sessions(dc)),
        Optional.of(new IdToken("00000000", "ISO14443")),
        60 * SECOND,
        15 * SECOND,
        60 * SECOND,
        "warm-up");
  }

  private static SeccConfig sessions(boolean dc) {
    return new SeccConfig(
        dc
            ? Set.of(VehicleProtocol.ISO20_DC, VehicleProtocol.ISO2, VehicleProtocol.DIN)
            : Set.of(VehicleProtocol.ISO20_AC, VehicleProtocol.ISO2),
        dc ? List.of(EnergyService.DC_BPT, EnergyService.DC) : List.of(EnergyService.AC),
        List.of(ControlMode.DYNAMIC, ControlMode.SCHEDULED),
        EXTENDED_CONNECTOR,
        Optional.empty(),
        true,
        false,
        SeccTiming.STANDARD);
  }

  private static EvseConfig evse(boolean dc) {
    Outlet.Limits limits =
        new Outlet.Limits(Amps.ZERO, new Amps(DC_AMPS_MAX), Watts.ZERO, new Watts(DC_WATTS_MAX));
    return new EvseConfig(
        1,
        "DE*EBB*E0001*1",
        dc ? EvseConfig.Connector.CCS2 : EvseConfig.Connector.TYPE2,
        dc ? new EvseConfig.Cable.Tethered(new Amps(80)) : new EvseConfig.Cable.Socket(),
        3,
        new Volts(AC_VOLTS),
        new Amps(40),
        new Amps(80),
        false,
        true,
        dc
            ? new Outlet.Dc(new Volts(150), new Volts(DC_VOLTS_MAX), limits, Optional.of(limits))
            : new Outlet.Ac(new Amps(AC_AMPS_MAX), Amps.ZERO, false));
  }
}
