package energy.ebbflow.simulator.bench;

import energy.ebbflow.iso15118.sdp.SdpRequest;
import java.util.List;

/** Everything on this machine's loopback; SDP goes to {@code ::1}. */
record LoopbackNetwork(String why) implements Network {
  @Override
  public List<String> atStation(List<String> command) {
    return command;
  }

  @Override
  public List<String> atVehicle(int outlet, List<String> command) {
    return command;
  }

  @Override
  public List<String> stationArguments() {
    return List.of("--loopback");
  }

  @Override
  public List<String> vehicleArguments(int outlet) {
    // Each outlet of a station on loopback is found at a port of its own.
    return outlet == 1
        ? List.of("--loopback")
        : List.of("--loopback", "--sdp-port", String.valueOf(SdpRequest.PORT + outlet - 1));
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
