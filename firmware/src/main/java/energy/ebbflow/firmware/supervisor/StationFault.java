package energy.ebbflow.firmware.supervisor;

import energy.ebbflow.ocpp.domain.Mrec;
import java.util.Optional;

/**
 * Every fault the station knows: its code (a ChargeX MREC name where one exists, otherwise a name
 * with our own prefix), its reaction, its way back, and what people are told. Where several have
 * the strongest reaction, the first of this list is named.
 */
public enum StationFault {
  EMERGENCY_STOP(
      Mrec.EMERGENCY_STOP,
      Reaction.OPEN_NOW,
      Recovery.WHEN_GONE,
      "EmergencyStop",
      "The emergency stop is pressed.",
      "Remove the danger, then release the button."),
  SUPPLY_FAILING(
      Mrec.POWER_LOSS,
      Reaction.OPEN_NOW,
      Recovery.WHEN_GONE,
      "PowerLoss",
      "The station's own supply is about to fail.",
      "Wait until the power is back; the vehicle may stay plugged in."),
  RESIDUAL_CURRENT(
      Mrec.GROUND_FAILURE,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "GroundFault",
      "Current leaks to earth: the residual-current detection tripped.",
      "Unplug the vehicle and look at cable and plug; if it comes again with another vehicle, call"
          + " service."),
  EARTH_LOST(
      Mrec.GROUND_FAILURE,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "GroundFault",
      "The protective earth is interrupted.",
      "Unplug the vehicle; an electrician has to look at the installation."),
  ISOLATION(
      Mrec.RESISTANCE_FAULT,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "GroundFault",
      "The isolation between the DC lines and earth is too low.",
      "Unplug the vehicle; if it comes again with another vehicle, call service."),
  OVER_VOLTAGE(
      Mrec.OVER_VOLTAGE,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "PowerQuality",
      "The voltage at the DC outlet is too high.",
      "Unplug the vehicle and try again; if it comes again, call service."),
  UNDER_VOLTAGE(
      Mrec.UNDER_VOLTAGE,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "PowerQuality",
      "The voltage at the DC outlet collapsed: nothing holds it.",
      "Unplug the vehicle and try again."),
  OUTLET_LIVE(
      Mrec.CONNECTOR_VOLTAGE_HIGH,
      Reaction.OPEN_NOW,
      Recovery.WHEN_GONE,
      "Other",
      "There is voltage at an outlet to which nothing is connected.",
      "Do not touch the plug's contacts; call service."),
  GRID_OVER_VOLTAGE(
      Mrec.OVER_VOLTAGE,
      Reaction.OPEN_NOW,
      Recovery.WHEN_GONE,
      "PowerQuality",
      "The grid's voltage is too high.",
      "Wait until the grid is itself again; if it comes often, tell the grid operator."),
  GRID_UNDER_VOLTAGE(
      Mrec.UNDER_VOLTAGE,
      Reaction.HOLD,
      Recovery.WHEN_GONE,
      "PowerQuality",
      "The grid's voltage is too low.",
      "Nothing: charging goes on by itself once the voltage is back."),
  PHASE_MISSING(
      Optional.empty(),
      "ebbflow.PhaseMissing",
      Reaction.HOLD,
      Recovery.WHEN_GONE,
      "PowerQuality",
      "A phase of the grid connection has no voltage.",
      "Look at the fuses; charging goes on by itself once the phase is back."),
  DISCHARGE_INTO_NOTHING(
      Mrec.POWER_LOSS,
      Reaction.OPEN_NOW,
      Recovery.WHEN_GONE,
      "PowerLoss",
      "The vehicle still gives energy although the grid is gone or out of its limits.",
      "Nothing: the vehicle is disconnected; plug it in again once the grid is back."),
  OVER_CURRENT(
      Mrec.OVER_CURRENT_FAILURE,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "OvercurrentFault",
      "More current flows than outlet and cable may carry.",
      "Unplug the vehicle and try again; if it comes again, the vehicle needs service."),
  CURRENT_DEVIATION(
      Mrec.OVER_CURRENT_FAILURE,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "OvercurrentFault",
      "More current flows than was allowed, or it flows the wrong way.",
      "Unplug the vehicle and try again; if it comes again, the vehicle needs service."),
  VEHICLE_DISCONNECTED(
      Mrec.EV_CONTACTOR_FAULT,
      Reaction.STOP,
      Recovery.UNPLUG,
      "Other",
      "No current flows although the session goes on: the vehicle's contactors are open.",
      "Unplug the vehicle and try again; if it comes again, the vehicle needs service."),
  HIGH_TEMPERATURE(
      Mrec.HIGH_TEMPERATURE,
      Reaction.WARN,
      Recovery.WHEN_GONE,
      "Other",
      "The station is warm and gives less power.",
      "Nothing: full power comes back when it has cooled down."),
  OVER_TEMPERATURE(
      Mrec.CABLE_OVER_TEMP_STOP,
      Reaction.STOP,
      Recovery.WHEN_GONE,
      "Other",
      "Contacts or cable are too hot.",
      "Let it cool down; if the plug is discoloured, call service."),
  CONTACTOR_WELDED(
      Mrec.EVSE_CONTACTOR_FAULT,
      Reaction.OPEN_NOW,
      Recovery.RESTART,
      "Other",
      "A contactor did not open: the outlet may be live.",
      "Do not use this outlet; call service."),
  CURRENT_WHILE_OPEN(
      Mrec.EVSE_CONTACTOR_FAULT,
      Reaction.OPEN_NOW,
      Recovery.RESTART,
      "Other",
      "Current flows although the contactors are open.",
      "Do not use this outlet; call service."),
  CONTACTOR_DOES_NOT_CLOSE(
      Mrec.EVSE_CONTACTOR_FAULT,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "Other",
      "A contactor did not close, or opened by itself.",
      "Unplug the vehicle and try again; if it comes again, call service."),
  LOCK(
      Mrec.CONNECTOR_LOCK_FAILURE,
      Reaction.STOP,
      Recovery.UNPLUG,
      "Other",
      "The plug does not lock.",
      "Pull the plug, look into the socket, and push it in fully."),
  LOCK_OPENED(
      Mrec.CONNECTOR_LOCK_FAILURE,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "Other",
      "The lock opened while the outlet was live.",
      "Pull the plug and try again; if it comes again, call service."),
  PROXIMITY(
      Mrec.PROXIMITY_FAULT,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "Other",
      "No cable is recognised in the socket although the outlet is live.",
      "Pull the plug, look into the socket, and push it in fully; if it comes again, use another"
          + " cable."),
  PILOT(
      Mrec.PILOT_FAULT,
      Reaction.OPEN_NOW,
      Recovery.WHEN_GONE,
      "Other",
      "The control pilot is out of its range.",
      "Unplug the vehicle and try again, with another cable if there is one."),
  VEHICLE_MODE(
      Mrec.INVALID_VEHICLE_MODE,
      Reaction.WARN,
      Recovery.WHEN_GONE,
      "Other",
      "The vehicle asks for what this station has not, or does not stop when it has to.",
      "Unplug the vehicle; a vehicle that needs ventilation cannot charge here."),
  RESIDUAL_SELF_TEST(
      Optional.empty(),
      "ebbflow.ResidualCurrentSelfTest",
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "GroundFault",
      "The residual-current detection failed its self-test.",
      "Unplug the vehicle; the test is repeated. If it fails again, call service."),
  CABLE_CHECK(
      Mrec.CABLE_CHECK_FAULT,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "GroundFault",
      "The cable check before charging failed.",
      "Unplug the vehicle and try again; if it comes again with another vehicle, call service."),
  PRE_CHARGE(
      Mrec.PRE_CHARGE_FAULT,
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "Other",
      "The voltage could not be brought to that of the battery.",
      "Unplug the vehicle and try again."),
  GRID_LOST(
      Mrec.POWER_LOSS,
      Reaction.HOLD,
      Recovery.WHEN_GONE,
      "PowerLoss",
      "The grid is gone.",
      "Nothing: charging goes on by itself once the grid is back."),
  METER(
      Optional.empty(),
      "ebbflow.MeterImplausible",
      Reaction.STOP,
      Recovery.UNPLUG,
      "Other",
      "The meter is silent, runs backwards or does not count.",
      "Unplug the vehicle and try again; if it comes again, call service."),
  METER_AWAITED(
      Optional.empty(),
      "ebbflow.MeterImplausible",
      Reaction.HOLD,
      Recovery.WHEN_GONE,
      "Other",
      "The meter has said nothing yet, and no bill can begin without it.",
      "Nothing: charging begins by itself once the meter speaks; if it does not, call service."),
  METER_DEVIATION(
      Optional.empty(),
      "ebbflow.MeterImplausible",
      Reaction.STOP,
      Recovery.UNPLUG,
      "Other",
      "The meter contradicts what flows.",
      "Unplug the vehicle and try again; if it comes again, call service."),
  SAFETY_CONTROLLER(
      Optional.empty(),
      "ebbflow.SafetyControllerLost",
      Reaction.OPEN_NOW,
      Recovery.WHEN_GONE,
      "Other",
      "The safety microcontroller does not answer, or keeps the contactors open.",
      "Wait a minute; if it stays, call service."),
  DEVICE_SILENT(
      Optional.empty(),
      "ebbflow.DeviceSilent",
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "Other",
      "A device of the power path fell silent under power.",
      "Unplug the vehicle and try again; if it comes again, call service."),
  DEVICE(
      Optional.empty(),
      "ebbflow.DeviceFault",
      Reaction.STOP,
      Recovery.WHEN_GONE,
      "Other",
      "A device of the station reports itself broken.",
      "Wait a minute; if it stays, call service."),
  OVERLOAD(
      Optional.empty(),
      "ebbflow.QueueOverflow",
      Reaction.OPEN_NOW,
      Recovery.UNPLUG,
      "Other",
      "The controller could not keep up and lost messages.",
      "Unplug the vehicle and try again; if it comes again, call service."),
  PHASE_IMBALANCE(
      Optional.empty(),
      "ebbflow.PhaseImbalance",
      Reaction.WARN,
      Recovery.WHEN_GONE,
      "Other",
      "The phases are loaded very unequally.",
      "Nothing: the vehicle uses fewer phases than it is given."),
  STORAGE(
      Optional.empty(),
      "ebbflow.StorageFailed",
      Reaction.WARN,
      Recovery.WHEN_GONE,
      "Other",
      "Records cannot be written; charging goes on.",
      "The operator has to look at the station's storage.");

  private final Optional<Mrec> mrec;
  private final String code;
  private final Reaction reaction;
  private final Recovery recovery;
  private final String stopReason;
  private final String happened;
  private final String advice;

  StationFault(
      Mrec mrec,
      Reaction reaction,
      Recovery recovery,
      String stopReason,
      String happened,
      String advice) {
    this(Optional.of(mrec), mrec.word(), reaction, recovery, stopReason, happened, advice);
  }

  StationFault(
      Optional<Mrec> mrec,
      String code,
      Reaction reaction,
      Recovery recovery,
      String stopReason,
      String happened,
      String advice) {
    this.mrec = mrec;
    this.code = code;
    this.reaction = reaction;
    this.recovery = recovery;
    this.stopReason = stopReason;
    this.happened = happened;
    this.advice = advice;
  }

  /** The code of the ChargeX list; absent for a fault that is our own. */
  public Optional<Mrec> mrec() {
    return mrec;
  }

  /** The name under which it is reported. */
  public String code() {
    return code;
  }

  public Reaction reaction() {
    return reaction;
  }

  public Recovery recovery() {
    return recovery;
  }

  /** OCPP ReasonEnumType of a transaction that it ends. */
  public String stopReason() {
    return stopReason;
  }

  /** What happened, in a sentence for whoever stands at the station. */
  public String happened() {
    return happened;
  }

  /** What to do about it, in a sentence for whoever stands at the station. */
  public String advice() {
    return advice;
  }
}
