package energy.ebbflow.simulator.lab;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.simulator.board.BoardEvent;
import energy.ebbflow.simulator.board.BoardScript;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserPlan;
import energy.ebbflow.simulator.physics.ContactorFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a seed makes happen: a vehicle with its mood, breaking parts, a restless back office. All
 * faults are over at {@link #CHAOS_SECONDS}.
 *
 * @param lab the run
 * @param dc the outlet is DC
 * @param discharge the vehicle can give energy
 * @param welded a weld is part of it: only a restart mends that
 */
record Plan(LabConfig lab, boolean dc, boolean discharge, boolean welded) {
  /** Length of the chaos. */
  static final double CHAOS_SECONDS = 90;

  private static final double MENDED_SECONDS = 85;
  private static final long MILLI = 1_000_000;

  private static final List<String> STATES =
      List.of(
          "SupportedAppProtocol",
          "SessionSetup",
          "AuthorizationSetup",
          "Authorize",
          "ServiceDiscovery",
          "ServiceDetail",
          "ServiceSelection",
          "ChargeParameterDiscovery",
          "ScheduleExchange",
          "CableCheck",
          "PreCharge",
          "PowerDeliveryStart",
          "ChargeLoop",
          "PowerDeliveryStop",
          "WeldingDetection",
          "SessionStop");

  /**
   * Throws the dice.
   *
   * @param vehicles those that may come, by name
   */
  static Plan of(long seed, Map<String, EvConfig> vehicles) {
    Dice dice = new Dice(seed);
    boolean dc = dice.chance(0.7);
    String name =
        dc
            ? (dice.chance(0.8) ? "bpt-dc" : "dc")
            : (dice.chance(0.7) ? "ac-three-phase" : "no-sdp");
    EvConfig vehicle = mood(vehicle(vehicles, name), dice);
    List<BoardScript.Step> steps = new ArrayList<>();
    boolean welded = false;
    int events = dice.below(4);
    for (int i = 0; i < events; i++) {
      BoardEvent event = event(dice);
      welded |= event.equals(new BoardEvent.Contactors(ContactorFault.WELDED));
      double at = dice.between(2, 70);
      steps.add(new BoardScript.Step(at, event));
      mended(event)
          .ifPresent(
              good -> {
                double mend = Math.min(MENDED_SECONDS, at + dice.between(0.05, 20));
                steps.add(new BoardScript.Step(mend, good));
              });
    }
    List<LabConfig.OfficeStep> office = new ArrayList<>();
    int words = dice.below(5);
    for (int i = 0; i < words; i++) {
      office.add(new LabConfig.OfficeStep(dice.between(1, MENDED_SECONDS), word(dice, dc)));
    }
    LabConfig lab =
        new LabConfig(
            dc,
            vehicle,
            new BoardScript(steps),
            office,
            (long) (dice.between(1, 60) * MILLI),
            (long) (dice.between(10, 8_000) * MILLI),
            dice.chance(0.95));
    return new Plan(lab, dc, name.equals("bpt-dc"), welded);
  }

  /** The same with a vehicle that speaks one protocol alone, if it speaks at all. */
  Plan speaking(EvProtocol protocol) {
    EvConfig.Protocols before = lab.vehicle().protocols();
    boolean twenty = protocol == EvProtocol.ISO20_DC || protocol == EvProtocol.ISO20_AC;
    EvConfig vehicle =
        lab.vehicle()
            .with(
                new EvConfig.Protocols(
                    List.of(protocol),
                    before.bidirectional() && twenty,
                    before.discovers(),
                    before.tls(),
                    before.contract(),
                    before.sae(),
                    before.dcInlet()));
    return new Plan(lab.with(vehicle), dc, discharge && twenty, welded);
  }

  private static EvConfig vehicle(Map<String, EvConfig> vehicles, String name) {
    EvConfig found = vehicles.get(name);
    if (found == null) {
      throw new IllegalArgumentException("the campaign expects a vehicle named " + name);
    }
    return found;
  }

  private static EvConfig mood(EvConfig base, Dice dice) {
    UserPlan user =
        new UserPlan(
            dice.between(0, 4),
            Optional.empty(),
            dice.chance(0.3) ? Optional.of(dice.between(1, 40)) : Optional.empty(),
            dice.chance(0.3) ? Optional.of(dice.between(0.5, 60)) : Optional.empty(),
            dice.chance(0.8) ? Optional.of(dice.between(0, 5)) : Optional.empty());
    List<Misbehaviour.Kind> kinds = List.of(Misbehaviour.Kind.values());
    Misbehaviour fault =
        dice.chance(0.5)
            ? new Misbehaviour(dice.pick(kinds), dice.pick(STATES))
            : Misbehaviour.NONE;
    return base.with(base.body().withSoc(dice.between(0.02, 0.99))).with(user).with(fault);
  }

  private static BoardEvent event(Dice dice) {
    return switch (dice.below(17)) {
      case 0 -> new BoardEvent.Contactors(ContactorFault.STUCK_OPEN);
      case 1 -> new BoardEvent.Contactors(ContactorFault.FEEDBACK_DEAD);
      case 2 -> new BoardEvent.Contactors(ContactorFault.WELDED);
      case 3 -> new BoardEvent.Isolation(dice.between(1, 150));
      case 4 -> new BoardEvent.EmergencyStop(true);
      case 5 -> new BoardEvent.Grid(false);
      case 6 -> new BoardEvent.ResidualCurrent(true);
      case 7 -> new BoardEvent.LockJam(true);
      case 8 -> new BoardEvent.ConverterTrip(true);
      case 9 -> new BoardEvent.MeterSilent(true);
      case 10 -> new BoardEvent.PilotShort(true);
      case 11 -> new BoardEvent.Earth(false);
      case 12 -> new BoardEvent.Supply(false);
      case 13 -> new BoardEvent.GridVolts(dice.between(100, 300));
      case 14 -> new BoardEvent.PhaseLost(1 + dice.below(3));
      case 15 -> new BoardEvent.MeterLies(dice.between(-20_000, 20_000));
      default -> new BoardEvent.Overheat(dice.between(60, 120));
    };
  }

  private static Optional<BoardEvent> mended(BoardEvent event) {
    return switch (event) {
      case BoardEvent.Contactors _ -> Optional.of(new BoardEvent.Contactors(ContactorFault.NONE));
      case BoardEvent.Isolation _ -> Optional.of(new BoardEvent.Isolation(2000));
      case BoardEvent.EmergencyStop _ -> Optional.of(new BoardEvent.EmergencyStop(false));
      case BoardEvent.Grid _ -> Optional.of(new BoardEvent.Grid(true));
      case BoardEvent.ResidualCurrent _ -> Optional.of(new BoardEvent.ResidualCurrent(false));
      case BoardEvent.LockJam _ -> Optional.of(new BoardEvent.LockJam(false));
      case BoardEvent.ConverterTrip _ -> Optional.of(new BoardEvent.ConverterTrip(false));
      case BoardEvent.MeterSilent _ -> Optional.of(new BoardEvent.MeterSilent(false));
      case BoardEvent.PilotShort _ -> Optional.of(new BoardEvent.PilotShort(false));
      case BoardEvent.Overheat _ -> Optional.of(new BoardEvent.Overheat(20));
      case BoardEvent.Earth _ -> Optional.of(new BoardEvent.Earth(true));
      case BoardEvent.Supply _ -> Optional.of(new BoardEvent.Supply(true));
      case BoardEvent.GridVolts _ -> Optional.of(new BoardEvent.GridVolts(230));
      case BoardEvent.PhaseLost _ -> Optional.of(new BoardEvent.PhaseLost(0));
      case BoardEvent.MeterLies _ -> Optional.of(new BoardEvent.MeterLies(0));
      case BoardEvent.Ambient _,
          BoardEvent.Card _,
          BoardEvent.Frequency _,
          BoardEvent.SiteLoad _,
          BoardEvent.GridLimit _ ->
          Optional.empty();
    };
  }

  private static BackOfficeCommand word(Dice dice, boolean dc) {
    return switch (dice.below(7)) {
      case 0 -> bounds(Optional.empty(), Optional.of(dice.between(-25_000, 25_000)));
      case 1 -> bounds(Optional.of(dice.between(0, 20_000)), Optional.empty());
      case 2 -> bounds(Optional.of(0.0), Optional.empty());
      case 3 -> new BackOfficeCommand.Unlock(1, 1, false);
      case 4 -> new BackOfficeCommand.LinkChanged(dice.chance(0.5), "dice");
      case 5 -> new BackOfficeCommand.Start(2, 7, 1, LabConfig.TOKEN);
      default -> new BackOfficeCommand.Stop(3, "lab-unknown");
    };
  }

  static PowerBounds bounds(Optional<Double> limit, Optional<Double> setpoint) {
    return new PowerBounds(
        1,
        limit.map(w -> new Quantity(w, Unit.WATT)),
        Optional.empty(),
        setpoint.map(w -> new Quantity(w, Unit.WATT)),
        setpoint.isPresent() ? "CentralSetpoint" : "ChargingOnly",
        "campaign",
        Optional.empty());
  }
}
