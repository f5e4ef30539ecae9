package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.OutletSection;
import energy.ebbflow.firmware.config.Protocol;
import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.evse.EvseSettings;
import energy.ebbflow.firmware.evse.LinkRules;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.firmware.vehicle.Iso15118Sessions;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotTiming;
import energy.ebbflow.iso15118.secc.AcSupply;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the board file into what one outlet is told.
 *
 * @param digital the outlet has a link on which vehicles can speak ISO 15118
 * @param backOffice there is somebody to ask
 * @param speed of the station's clock
 */
record Settings(
    StationConfig config, EvseConfig evse, boolean digital, boolean backOffice, double speed) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Our own: meter values every minute where no back office wants it otherwise. */
  private static final double SAMPLE_SECONDS = 60;

  /** A cold handshake on a busy machine takes a second or two, in real time. */
  private static final double HANDSHAKE_SECONDS = 2;

  EvseSettings evse(String transactionPrefix) {
    return new EvseSettings(
        evse,
        path(),
        supervisor(),
        config.energy(),
        new Iso15118Sessions(secc()),
        config.autoToken(backOffice),
        nanos(config.firmware().plugSeconds()),
        nanos(config.firmware().stopSeconds()),
        nanos(SAMPLE_SECONDS),
        transactionPrefix,
        new LinkRules(
            nanos(config.iso15118().pauseSeconds()), config.outlet(evse.id()).acDischarge()));
  }

  /** An AC outlet tries each digital protocol before it falls back for good. */
  private PathChoice path() {
    OutletSection outlet = config.outlet(evse.id());
    int spoken = (int) outlet.protocols().stream().filter(Protocol::digital).count();
    return new PathChoice(
        digital,
        outlet.basic(),
        outlet.basic() ? PathChoice.AC_ATTEMPTS * Math.max(1, spoken) : PathChoice.DC_ATTEMPTS,
        nanos(config.iso15118().linkSeconds() + HANDSHAKE_SECONDS * (speed - 1)),
        switch (config.iso15118().fallback()) {
          case X1 -> PathChoice.Fallback.X1;
          case F -> PathChoice.Fallback.F;
        });
  }

  /** R14: discharge over AC is for certified vehicles; where none is, nobody hears of it. */
  private List<EnergyService> acServices(EvseConfig.Outlet.Ac ac) {
    boolean certified = !config.outlet(evse.id()).acDischarge().isEmpty();
    return certified && ac.dischargeMax().value() > 0
        ? List.of(EnergyService.AC_BPT, EnergyService.AC)
        : List.of(EnergyService.AC);
  }

  private Set<VehicleProtocol> protocols(VehicleProtocol iso20) {
    Set<VehicleProtocol> spoken = EnumSet.noneOf(VehicleProtocol.class);
    for (Protocol protocol : config.outlet(evse.id()).protocols()) {
      switch (protocol) {
        case ISO15118_20 -> spoken.add(iso20);
        case ISO15118_2 -> spoken.add(VehicleProtocol.ISO2);
        case DIN70121 -> spoken.add(VehicleProtocol.DIN);
        case IEC61851 -> {}
      }
    }
    return spoken;
  }

  PilotConfig pilot() {
    PilotTiming standard = PilotTiming.STANDARD;
    return new PilotConfig(
        evse.ventilation(),
        standard
            .withSampleTimeoutNanos(nanos(config.firmware().silenceSeconds() * speed))
            .withFollowNanos(standard.followNanos() + slack()));
  }

  private SupervisorConfig supervisor() {
    SupervisorConfig standard =
        switch (evse.outlet()) {
          case EvseConfig.Outlet.Dc dc ->
              SupervisorConfig.of(
                  true,
                  dc.maxVolts().value(),
                  Math.max(
                      dc.charge().maxAmps().value(),
                      dc.discharge().map(limits -> limits.maxAmps().value()).orElse(0.0)),
                  config.firmware().celsiusMax());
          case EvseConfig.Outlet.Ac ac ->
              SupervisorConfig.of(
                  false,
                  evse.nominalVolts().value(),
                  ac.max().value(),
                  config.firmware().celsiusMax());
        };
    return standard.withSlack(slack());
  }

  private SeccConfig secc() {
    Optional<String> meter = Optional.of("EVSE" + evse.id());
    return switch (evse.outlet()) {
      case EvseConfig.Outlet.Dc dc ->
          new SeccConfig(
              protocols(VehicleProtocol.ISO20_DC),
              dc.discharge().isPresent()
                  ? List.of(EnergyService.DC_BPT, EnergyService.DC)
                  : List.of(EnergyService.DC),
              List.of(ControlMode.DYNAMIC, ControlMode.SCHEDULED),
              EXTENDED_CONNECTOR,
              meter,
              true,
              false,
              SeccTiming.STANDARD);
      case EvseConfig.Outlet.Ac ac ->
          new SeccConfig(
              protocols(VehicleProtocol.ISO20_AC),
              acServices(ac),
              List.of(ControlMode.DYNAMIC, ControlMode.SCHEDULED),
              EXTENDED_CONNECTOR,
              meter,
              false,
              false,
              SeccTiming.STANDARD,
              new AcSupply(
                  evse.phases(), (int) Math.round(evse.nominalVolts().value()), MAINS_HERTZ));
    };
  }

  /** Of every country whose connectors a board file can name with 230 V. */
  private static final int MAINS_HERTZ = 50;

  /** ISO 15118-20 Table 204: the combined connector. */
  private static final int EXTENDED_CONNECTOR = 2;

  /**
   * What devices may take longer than usual: silence is a matter of real time, so a station that
   * pretends to be fast waits longer on its own clock.
   */
  private long slack() {
    long patience = nanos(config.firmware().silenceSeconds() * speed);
    return Math.max(0, patience - PilotTiming.STANDARD.sampleTimeoutNanos());
  }

  private static long nanos(double seconds) {
    return (long) (seconds * NANOS_PER_SECOND);
  }
}
