package energy.ebbflow.simulator.bench;

import java.util.List;

/** What joins vehicle and station, and how a process gets into it. */
interface Network extends AutoCloseable {
  /** The command as it must be run for the station's side, the back office included. */
  List<String> atStation(List<String> command);

  /**
   * The command as it must be run for the vehicle's side.
   *
   * @param outlet counts from 1
   */
  List<String> atVehicle(int outlet, List<String> command);

  /** The arguments that tell the station where its vehicles are. */
  List<String> stationArguments();

  /**
   * The arguments that tell a vehicle where the station is.
   *
   * @param outlet counts from 1
   */
  List<String> vehicleArguments(int outlet);

  /** A port for the back office that is free on the station's side. */
  int backOfficePort();

  /** What it is, for people. */
  String description();

  @Override
  void close();
}
