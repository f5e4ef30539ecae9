package energy.ebbflow.simulator.cable;

/** The vehicle as the board sees it: something that answers each instant at the connector. */
public interface VehicleSide extends AutoCloseable {
  /** Shows the vehicle the station's terminals and returns the vehicle's. Never blocks. */
  VehicleTerminals exchange(StationTerminals station);

  /** Takes the vehicle away. Idempotent. */
  @Override
  default void close() {}
}
