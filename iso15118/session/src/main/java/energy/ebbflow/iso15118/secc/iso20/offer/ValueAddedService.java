package energy.ebbflow.iso15118.secc.iso20.offer;

import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue;
import energy.ebbflow.iso15118.message.iso20.service.ServiceParameterList;
import java.util.List;

/**
 * A service beside energy (ISO 15118-20 Table 204).
 *
 * @param serviceId number of the standard, or of the one who defines the service; no energy service
 * @param free whether it costs nothing
 * @param parameters its parameter sets; a vehicle chooses one by its number
 */
public record ValueAddedService(int serviceId, boolean free, ServiceParameterList parameters) {
  /** ServiceID of internet access. */
  public static final int INTERNET = 65;

  /** ServiceID of the parking status: VehicleCheckIn and VehicleCheckOut. */
  public static final int PARKING_STATUS = 66;

  private static final int LAST_ENERGY_SERVICE = 64;

  /** Refuses the numbers of energy services. */
  public ValueAddedService {
    if (serviceId <= LAST_ENERGY_SERVICE || serviceId > 65_535) {
      throw new IllegalArgumentException(
          "a value-added service has a number above " + LAST_ENERGY_SERVICE + ", not " + serviceId);
    }
  }

  /** Web access: parameter sets 3 and 4 of the standard, HTTP and HTTPS. */
  public static ValueAddedService internet(boolean free) {
    return new ValueAddedService(
        INTERNET,
        free,
        new ServiceParameterList(List.of(internet(3, "http", 80), internet(4, "https", 443))));
  }

  /** Check-in and check-out of a vehicle that its driver parks. */
  public static ValueAddedService parkingStatus() {
    return new ValueAddedService(
        PARKING_STATUS, true, new ServiceParameterList(List.of(parking(1), parking(2))));
  }

  /** Whether a parameter set with this number was offered. */
  public boolean offers(int parameterSetId) {
    return parameters.parameterSet().stream()
        .anyMatch(set -> set.parameterSetId() == parameterSetId);
  }

  private static ParameterSet internet(int id, String protocol, int port) {
    return new ParameterSet(
        id,
        List.of(
            new Parameter("Protocol", new ParameterValue.FiniteString(protocol)),
            new Parameter("Port", new ParameterValue.IntValue(port))));
  }

  /** Set 1 is the check-in, set 2 the check-out; the driver parks, the station watches. */
  private static ParameterSet parking(int intended) {
    int manualExternal = 4;
    return new ParameterSet(
        intended,
        List.of(
            new Parameter("IntendedService", new ParameterValue.IntValue(intended)),
            new Parameter("ParkingStatusType", new ParameterValue.IntValue(manualExternal))));
  }
}
