package energy.ebbflow.simulator.lab;

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
import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotTiming;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.iso15118.secc.extension.ExtensionRule;
import energy.ebbflow.iso15118.secc.extension.Extensions;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.simulator.board.BoardScript;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.ev.model.EvConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run of the laboratory.
 *
 * @param dc a 20 kW bidirectional DC outlet, otherwise a 22 kW AC socket
 * @param vehicle who comes
 * @param board what happens to the board and when
 * @param office what the back office does and when
 * @param latencyNanos of a message between vehicle and charger
 * @param answerNanos how long the back office takes to answer a question
 * @param accepts it accepts the user
 * @param patient devices and vehicles may be silent for half a minute: for stays of days, whose
 *     hours are passed in long steps
 */
public record LabConfig(
    boolean dc,
    EvConfig vehicle,
    BoardScript board,
    List<OfficeStep> office,
    long latencyNanos,
    long answerNanos,
    boolean accepts,
    boolean patient) {
  /** A laboratory that looks as often as a station does. */
  public LabConfig(
      boolean dc,
      EvConfig vehicle,
      BoardScript board,
      List<OfficeStep> office,
      long latencyNanos,
      long answerNanos,
      boolean accepts) {
    this(dc, vehicle, board, office, latencyNanos, answerNanos, accepts, false);
  }

  /**
   * A word of the back office.
   *
   * @param seconds virtual seconds since the start
   */
  public record OfficeStep(double seconds, BackOfficeCommand command) {}

  static final IdToken TOKEN = new IdToken("04A1B2C3D4", "ISO14443");
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;

  /** How the addresses of the simulator's own vehicles begin. */
  private static final String EVCC_PREFIX = "02EBB0";

  /** ISO 15118-20 Table 207: the combined connector. */
  private static final int EXTENDED_CONNECTOR = 2;

  private static final double AC_AMPS_MAX = 32;
  private static final double DC_AMPS_MAX = 60;
  private static final double DC_WATTS_MAX = 20_000;
  private static final double DC_VOLTS_MAX = 500;
  private static final double AC_VOLTS = 230;

  public LabConfig {
    office = List.copyOf(office);
  }

  /** A DC outlet and a vehicle, nothing else happens. */
  public static LabConfig dc(EvConfig vehicle) {
    return new LabConfig(true, vehicle, BoardScript.EMPTY, List.of(), 5 * MILLI, 100 * MILLI, true);
  }

  /** An AC socket and a vehicle, nothing else happens. */
  public static LabConfig ac(EvConfig vehicle) {
    return new LabConfig(
        false, vehicle, BoardScript.EMPTY, List.of(), 5 * MILLI, 100 * MILLI, true);
  }

  /** The same with events on the board. */
  public LabConfig with(BoardScript script) {
    return new LabConfig(dc, vehicle, script, office, latencyNanos, answerNanos, accepts, patient);
  }

  /** The same with another vehicle. */
  public LabConfig with(EvConfig other) {
    return new LabConfig(dc, other, board, office, latencyNanos, answerNanos, accepts, patient);
  }

  /** The same with one more word of the back office. */
  public LabConfig office(double seconds, BackOfficeCommand command) {
    List<OfficeStep> steps = new ArrayList<>(office);
    steps.add(new OfficeStep(seconds, command));
    return new LabConfig(dc, vehicle, board, steps, latencyNanos, answerNanos, accepts, patient);
  }

  /** The same with patience for long steps. */
  public LabConfig patiently() {
    return new LabConfig(dc, vehicle, board, office, latencyNanos, answerNanos, accepts, true);
  }

  /** What silence is forgiven where steps are long. */
  private static final long SLACK_NANOS = 30 * SECOND;

  PilotConfig pilot() {
    PilotTiming standard = PilotTiming.STANDARD;
    return new PilotConfig(
        false, patient ? standard.withSampleTimeoutNanos(SLACK_NANOS) : standard);
  }

  private SupervisorConfig supervisor() {
    SupervisorConfig standard =
        SupervisorConfig.of(dc, dc ? DC_VOLTS_MAX : AC_VOLTS, dc ? DC_AMPS_MAX : AC_AMPS_MAX, 80);
    return patient ? standard.withSlack(SLACK_NANOS) : standard;
  }

  private SeccTiming timing() {
    return patient ? SeccTiming.STANDARD.withChargeLoopSequence(SLACK_NANOS) : SeccTiming.STANDARD;
  }

  VirtualBoardSpec boardSpec() {
    VirtualBoardSpec spec = dc ? VirtualBoardSpec.dc20kW() : VirtualBoardSpec.acSocket();
    return spec.with(board);
  }

  /**
   * What the outlet is told.
   *
   * @param run how often it has been started
   */
  EvseSettings settings(int run) {
    return new EvseSettings(
        evse(),
        new PathChoice(true, !dc, PathChoice.LINK_NANOS),
        supervisor(),
        new EnergySection(EnergySection.Unmanaged.CHARGE, EnergySection.Discharge.EVERYBODY, 20, 6),
        new Iso15118Sessions(sessions()),
        Optional.of(TOKEN),
        60 * SECOND,
        15 * SECOND,
        60 * SECOND,
        run == 1 ? "lab" : "lab" + run);
  }

  /** The station speaks all that its outlet has; the simulator's vehicles may discharge over -2. */
  private SeccConfig sessions() {
    return spoken()
        .with(
            Iso2Options.NONE.withExtensions(
                Stream.of("sae-j2847-2-v2h", "sae-j2847-2-v2g")
                    .map(name -> Extensions.named(name).orElseThrow())
                    .map(extension -> new ExtensionRule(extension, List.of(EVCC_PREFIX)))
                    .toList()));
  }

  private SeccConfig spoken() {
    return new SeccConfig(
        dc
            ? Set.of(VehicleProtocol.ISO20_DC, VehicleProtocol.ISO2, VehicleProtocol.DIN)
            : Set.of(VehicleProtocol.ISO20_AC, VehicleProtocol.ISO2),
        dc ? List.of(EnergyService.DC_BPT, EnergyService.DC) : List.of(EnergyService.AC),
        List.of(ControlMode.DYNAMIC, ControlMode.SCHEDULED),
        EXTENDED_CONNECTOR,
        Optional.of("lab"),
        true,
        false,
        timing());
  }

  private EvseConfig evse() {
    Outlet.Limits limits =
        new Outlet.Limits(Amps.ZERO, new Amps(DC_AMPS_MAX), Watts.ZERO, new Watts(DC_WATTS_MAX));
    Outlet outlet =
        dc
            ? new Outlet.Dc(new Volts(150), new Volts(DC_VOLTS_MAX), limits, Optional.of(limits))
            : new Outlet.Ac(new Amps(AC_AMPS_MAX), Amps.ZERO, false);
    return new EvseConfig(
        1,
        "DE*EBB*E0001*1",
        dc ? EvseConfig.Connector.CCS2 : EvseConfig.Connector.TYPE2,
        dc ? new EvseConfig.Cable.Tethered(new Amps(80)) : new EvseConfig.Cable.Socket(),
        3,
        new Volts(230),
        new Amps(40),
        new Amps(80),
        false,
        true,
        outlet);
  }
}
