package energy.ebbflow.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceNetworkTest {
  private static NamespaceNetwork open() throws InterruptedException {
    try {
      return NamespaceNetwork.open(2);
    } catch (IOException e) {
      return abort("this machine has no unprivileged namespaces: " + e.getMessage());
    }
  }

  private static String said(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text;
  }

  /** Each side has its own link with a link-local address, and none of the other's. */
  @Test
  void vehicleAndStationEachSeeTheirEndOfTheLink() throws Exception {
    try (NamespaceNetwork network = open()) {
      List<String> show = List.of("ip", "-6", "address", "show");
      String station = said(network.atStation(show));
      String vehicle = said(network.atVehicle(1, show));
      String second = said(network.atVehicle(2, show));
      assertTrue(station.contains("evse1") && second.contains("ev1"), station + second);
      assertTrue(!second.contains("ev0") && !vehicle.contains("ev1"), second + vehicle);
      assertTrue(station.contains("evse0") && station.contains("fe80::e/64"), station);
      assertTrue(vehicle.contains("ev0") && vehicle.contains("fe80::c/64"), vehicle);
      assertTrue(!vehicle.contains("evse0"), vehicle);
    }
  }
}
