package energy.ebbflow.ocpp.dialect;

import java.util.Set;

/**
 * What the vendor extension for the memory of vehicles is called, in every dialect; it is described
 * in {@code docs/protocol/ocpp-vendor-extension.md}.
 */
public final class VehicleExtension {
  /** The vendor of the DataTransfer. */
  public static final String VENDOR_ID = "energy.ebbflow.vehicles";

  /** What may be asked. */
  public static final Set<String> ACTIONS = Set.of("ListVehicles", "SetVehicle", "ForgetVehicle");

  /** Longest request; more is refused before it is looked at. */
  public static final int REQUEST_MAX = 4_096;

  private VehicleExtension() {}
}
