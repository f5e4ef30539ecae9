package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.status.DcEvErrorCode;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;
import java.util.Optional;

/** What a vehicle's EVErrorCode means for the station: no energy for a vehicle that has failed. */
public final class VehicleErrors {
  private VehicleErrors() {}

  /** Why a vehicle in this condition gets no voltage; empty where it may have it. */
  public static Optional<String> objection(DcEvStatus status) {
    return fatal(status.evErrorCode())
        ? Optional.of("the vehicle reports " + status.evErrorCode().wireName())
        : Optional.empty();
  }

  private static boolean fatal(DcEvErrorCode code) {
    return switch (code) {
      // A battery that is too cold or too hot asks for less by itself, and heats or cools
      // meanwhile.
      case NO_ERROR, NO_DATA, FAILED_RESS_TEMPERATURE_INHIBIT -> false;
      // Reserved codes have no meaning that could be acted upon.
      case RESERVED_A, RESERVED_B, RESERVED_C -> false;
      case FAILED_EV_SHIFT_POSITION,
          FAILED_CHARGER_CONNECTOR_LOCK_FAULT,
          FAILED_EV_RESS_MALFUNCTION,
          FAILED_CHARGING_CURRENTDIFFERENTIAL,
          FAILED_CHARGING_VOLTAGE_OUT_OF_RANGE,
          FAILED_CHARGING_SYSTEM_INCOMPATIBILITY ->
          true;
    };
  }
}
