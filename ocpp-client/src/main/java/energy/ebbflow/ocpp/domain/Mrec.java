package energy.ebbflow.ocpp.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * The Minimum Required Error Codes of the ChargeX consortium, with their numbers and the error code
 * of OCPP 1.6 that says most of it.
 *
 * <p>Source: ChargeX MREC revision 5 (12 September 2023), Idaho National Laboratory; the numbers
 * are those that EVerest reports, too.
 */
public enum Mrec {
  CONNECTOR_LOCK_FAILURE(1, "ConnectorLockFailure", "ConnectorLockFailure"),
  GROUND_FAILURE(2, "GroundFailure", "GroundFailure"),
  HIGH_TEMPERATURE(3, "HighTemperature", "HighTemperature"),
  OVER_CURRENT_FAILURE(4, "OverCurrentFailure", "OverCurrentFailure"),
  OVER_VOLTAGE(5, "OverVoltage", "OverVoltage"),
  UNDER_VOLTAGE(6, "UnderVoltage", "UnderVoltage"),
  WEAK_SIGNAL(7, "WeakSignal", "WeakSignal"),
  EMERGENCY_STOP(8, "EmergencyStop", Mrec.OTHER_ERROR),
  AUTHORIZATION_TIMEOUT(9, "AuthorizationTimeout", Mrec.OTHER_ERROR),
  INVALID_VEHICLE_MODE(10, "InvalidVehicleMode", "EVCommunicationError"),
  CABLE_CHECK_FAULT(11, "CableCheckFault", Mrec.OTHER_ERROR),
  PRE_CHARGE_FAULT(12, "PreChargeFault", Mrec.OTHER_ERROR),
  NO_INTERNET(13, "NoInternet", Mrec.OTHER_ERROR),
  PILOT_FAULT(14, "PilotFault", Mrec.OTHER_ERROR),
  POWER_LOSS(15, "PowerLoss", Mrec.OTHER_ERROR),
  EV_CONTACTOR_FAULT(16, "EVContactorFault", Mrec.OTHER_ERROR),
  EVSE_CONTACTOR_FAULT(17, "EVSEContactorFault", "PowerSwitchFailure"),
  CABLE_OVER_TEMP_DERATE(18, "CableOverTempDerate", "HighTemperature"),
  CABLE_OVER_TEMP_STOP(19, "CableOverTempStop", "HighTemperature"),
  PARTIAL_INSERTION(20, "PartialInsertion", Mrec.OTHER_ERROR),
  CAPACITANCE_FAULT(21, "CapacitanceFault", Mrec.OTHER_ERROR),
  RESISTANCE_FAULT(22, "ResistanceFault", "GroundFailure"),
  PROXIMITY_FAULT(23, "ProximityFault", Mrec.OTHER_ERROR),
  CONNECTOR_VOLTAGE_HIGH(24, "ConnectorVoltageHigh", "OverVoltage"),
  BROKEN_LATCH(25, "BrokenLatch", "ConnectorLockFailure"),
  CUT_CABLE(26, "CutCable", Mrec.OTHER_ERROR);

  /** What a station calls its vendor when it reports one of these codes. */
  public static final String VENDOR = "https://chargex.inl.gov";

  /** OCPP 1.6 ChargePointErrorCode for everything that it has no word for. */
  public static final String OTHER_ERROR = "OtherError";

  private final int number;
  private final String word;
  private final String ocpp16;

  Mrec(int number, String word, String ocpp16) {
    this.number = number;
    this.word = word;
    this.ocpp16 = ocpp16;
  }

  /** The code's name, such as {@code GroundFailure}. */
  public String word() {
    return word;
  }

  /** The code as it is reported, such as {@code CX002}. */
  public String code() {
    return String.format(Locale.ROOT, "CX%03d", number);
  }

  /** ChargePointErrorCode of OCPP 1.6. */
  public String ocpp16() {
    return ocpp16;
  }

  /** The code of that name; absent for a name that is not on the list. */
  public static Optional<Mrec> named(String word) {
    for (Mrec mrec : values()) {
      if (mrec.word.equals(word)) {
        return Optional.of(mrec);
      }
    }
    return Optional.empty();
  }
}
