package energy.ebbflow.firmware.supervisor;

/**
 * Every fault the station knows, with its ChargeX MREC name where one exists (otherwise a name with
 * our own prefix), its reaction and its way back.
 */
public enum StationFault {
  EMERGENCY_STOP("EmergencyStop", Reaction.OPEN_NOW, Recovery.WHEN_GONE, "EmergencyStop"),
  OVER_VOLTAGE("OverVoltage", Reaction.OPEN_NOW, Recovery.UNPLUG, "PowerQuality"),
  UNDER_VOLTAGE("UnderVoltage", Reaction.OPEN_NOW, Recovery.UNPLUG, "PowerQuality"),
  OVER_CURRENT("OverCurrentFailure", Reaction.OPEN_NOW, Recovery.UNPLUG, "OvercurrentFault"),
  CURRENT_DEVIATION("OverCurrentFailure", Reaction.OPEN_NOW, Recovery.UNPLUG, "OvercurrentFault"),
  VEHICLE_DISCONNECTED("EVContactorFault", Reaction.STOP, Recovery.UNPLUG, "Other"),
  HIGH_TEMPERATURE("HighTemperature", Reaction.STOP, Recovery.WHEN_GONE, "Other"),
  ISOLATION("GroundFailure", Reaction.OPEN_NOW, Recovery.UNPLUG, "GroundFault"),
  RESIDUAL_CURRENT("GroundFailure", Reaction.OPEN_NOW, Recovery.UNPLUG, "GroundFault"),
  CONTACTOR_WELDED("EVSEContactorFault", Reaction.OPEN_NOW, Recovery.RESTART, "Other"),
  CONTACTOR_DOES_NOT_CLOSE("EVSEContactorFault", Reaction.OPEN_NOW, Recovery.UNPLUG, "Other"),
  LOCK("ConnectorLockFailure", Reaction.STOP, Recovery.UNPLUG, "Other"),
  PILOT("PilotFault", Reaction.OPEN_NOW, Recovery.WHEN_GONE, "Other"),
  CABLE_CHECK("CableCheckFailure", Reaction.OPEN_NOW, Recovery.UNPLUG, "GroundFault"),
  PRE_CHARGE("PreChargeFailure", Reaction.OPEN_NOW, Recovery.UNPLUG, "Other"),
  GRID_LOST("PowerLoss", Reaction.HOLD, Recovery.WHEN_GONE, "PowerLoss"),
  METER("ebbflow.MeterImplausible", Reaction.STOP, Recovery.UNPLUG, "Other"),
  DEVICE_SILENT("ebbflow.DeviceSilent", Reaction.OPEN_NOW, Recovery.UNPLUG, "Other"),
  DEVICE("ebbflow.DeviceFault", Reaction.STOP, Recovery.WHEN_GONE, "Other"),
  OVERLOAD("ebbflow.QueueOverflow", Reaction.OPEN_NOW, Recovery.UNPLUG, "Other"),
  STORAGE("ebbflow.StorageFailed", Reaction.WARN, Recovery.WHEN_GONE, "Other");

  private final String code;
  private final Reaction reaction;
  private final Recovery recovery;
  private final String stopReason;

  StationFault(String code, Reaction reaction, Recovery recovery, String stopReason) {
    this.code = code;
    this.reaction = reaction;
    this.recovery = recovery;
    this.stopReason = stopReason;
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
}
