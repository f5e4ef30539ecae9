package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.Iso15118Section.Choice;
import energy.ebbflow.firmware.config.OutletSection;
import energy.ebbflow.firmware.config.Protocol;
import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.iso15118.secc.AcSupply;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import energy.ebbflow.iso15118.secc.iso20.offer.ValueAddedService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the board file into what vehicles are offered at one outlet. */
record SessionOffer(StationConfig config, EvseConfig evse) {
  /** ISO 15118-20 Table 204: the combined connector. */
  private static final int EXTENDED_CONNECTOR = 2;

  /** Of every country whose connectors a board file can name. */
  private static final int MAINS_HERTZ = 50;

  SeccConfig secc() {
    SeccConfig offer =
        switch (evse.outlet()) {
          case EvseConfig.Outlet.Dc dc -> offer(VehicleProtocol.ISO20_DC, services(dc));
          case EvseConfig.Outlet.Ac ac -> offer(VehicleProtocol.ISO20_AC, services(ac));
        };
    return config.iso15118().choice() == Choice.STATION ? offer.withStationChoosing() : offer;
  }

  private SeccConfig offer(VehicleProtocol iso20, List<EnergyService> services) {
    return new SeccConfig(
            protocols(iso20),
            services,
            List.of(ControlMode.DYNAMIC, ControlMode.SCHEDULED),
            EXTENDED_CONNECTOR,
            Optional.of("EVSE" + evse.id()),
            true,
            config.iso15118().tlsForIso20(),
            SeccTiming.STANDARD,
            new AcSupply(evse.phases(), (int) Math.round(evse.nominalVolts().value()), MAINS_HERTZ))
        .with(iso20())
        .with(iso2());
  }

  private Iso20Options iso20() {
    Iso20Options.Pricing pricing =
        switch (config.iso15118().pricing()) {
          case NONE -> Iso20Options.Pricing.NONE;
          case ABSOLUTE -> Iso20Options.Pricing.ABSOLUTE;
          case LEVELS -> Iso20Options.Pricing.LEVELS;
        };
    Iso20Options options = Iso20Options.PLAIN.with(pricing);
    if (!outlet().needs().isEmpty()) {
      options = options.withNeedsByStation();
    }
    if (config.iso15118().parking()) {
      options = options.with(List.of(ValueAddedService.parkingStatus()));
    }
    return config.iso15118().standby() ? options.withStandby() : options;
  }

  private Iso2Options iso2() {
    return new Iso2Options(List.of(), config.iso15118().receiptSeconds(), 0, outlet().extensions());
  }

  private static List<EnergyService> services(EvseConfig.Outlet.Dc dc) {
    return dc.discharge().isPresent()
        ? List.of(EnergyService.DC_BPT, EnergyService.DC)
        : List.of(EnergyService.DC);
  }

  /** R14: discharge over AC is for certified vehicles; where none is, nobody hears of it. */
  private List<EnergyService> services(EvseConfig.Outlet.Ac ac) {
    boolean certified = !outlet().acDischarge().isEmpty();
    return certified && ac.dischargeMax().value() > 0
        ? List.of(EnergyService.AC_BPT, EnergyService.AC)
        : List.of(EnergyService.AC);
  }

  private Set<VehicleProtocol> protocols(VehicleProtocol iso20) {
    Set<VehicleProtocol> spoken = new LinkedHashSet<>();
    for (Protocol protocol : outlet().protocols()) {
      switch (protocol) {
        case ISO15118_20 -> spoken.add(iso20);
        case ISO15118_2 -> spoken.add(VehicleProtocol.ISO2);
        case DIN70121 -> spoken.add(VehicleProtocol.DIN);
        case IEC61851 -> {}
      }
    }
    return spoken;
  }

  private OutletSection outlet() {
    return config.outlet(evse.id());
  }
}
