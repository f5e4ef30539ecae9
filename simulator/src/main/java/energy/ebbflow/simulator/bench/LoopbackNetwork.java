package energy.ebbflow.simulator.bench;

import java.util.List;

/** Everything on this machine's loopback; SDP goes to {@code ::1}. */
record LoopbackNetwork(String why) implements Network {
  @Override
  public List<String> atStation(List<String> command) {
    return command;
  }

  @Override
  public List<String> atVehicle(List<String> command) {
    return command;
  }

  @Override
  public List<String> stationArguments() {
    return List.of("--loopback");
  }

  @Override
  public List<String> vehicleArguments() {
    return List.of("--loopback");
  }

  @Override
  public int backOfficePort() {
    return 0;
  }

  @Override
  public String description() {
    return "loopback, SDP to ::1 (" + why + ")";
  }

  @Override
  public void close() {}
}
