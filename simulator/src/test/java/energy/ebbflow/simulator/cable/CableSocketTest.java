package energy.ebbflow.simulator.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.physics.DcSource;
import energy.ebbflow.simulator.physics.PilotLoad;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unix sockets deliver within the call that sends, so nothing here has to wait. */
class CableSocketTest {
  private static final VehicleTerminals PLUGGED =
      new VehicleTerminals(true, PilotLoad.vehicle(false, false, 1), DcSource.NONE, 0, 0, 0, 0);

  @TempDir Path folder;
  private final List<String> log = new ArrayList<>();
  private long wall;

  private static StationTerminals station(long nanos) {
    return new StationTerminals(nanos, new PilotSignal.Pwm(5), 0, 0, 0, 0, 0, 0, false, false);
  }

  private CableServer listen(Path path) throws IOException {
    return CableServer.listen(path, () -> wall, log::add);
  }

  @Test
  void vehicleIsPluggedWhileItIsConnectedAndUnpluggedWhenItDies() throws Exception {
    Path path = folder.resolve("cable");
    try (CableServer server = listen(path)) {
      assertFalse(server.exchange(station(1)).plugged());
      CableClient client = CableClient.connect(path);
      server.exchange(station(2));
      assertEquals(Optional.of(station(2)), client.poll());
      assertEquals(Optional.empty(), client.poll());
      client.send(PLUGGED);
      assertEquals(PLUGGED, server.exchange(station(3)));
      client.close();
      assertFalse(server.exchange(station(4)).plugged());
      assertTrue(log.getFirst().contains("pulled out"), log.toString());
      // The next vehicle finds the same socket.
      try (CableClient again = CableClient.connect(path)) {
        again.send(PLUGGED);
        server.exchange(station(5));
        assertTrue(server.exchange(station(6)).plugged());
      }
    }
    assertFalse(Files.exists(path));
  }

  @Test
  void silentVehicleIsUnpluggedJustAfterItsTime() throws Exception {
    Path path = folder.resolve("cable");
    try (CableServer server = listen(path);
        CableClient client = CableClient.connect(path)) {
      client.send(PLUGGED);
      server.exchange(station(1));
      assertTrue(server.exchange(station(2)).plugged());
      wall = CableServer.SILENCE_NANOS;
      assertTrue(server.exchange(station(3)).plugged());
      wall++;
      assertFalse(server.exchange(station(4)).plugged());
    }
  }

  @Test
  void garbageClosesTheLinkAndCountsAsUnplugged() throws Exception {
    Path path = folder.resolve("cable");
    try (CableServer server = listen(path);
        SocketChannel rude = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      rude.connect(UnixDomainSocketAddress.of(path));
      rude.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n".repeat(10).getBytes()));
      assertFalse(server.exchange(station(1)).plugged());
      assertTrue(log.getFirst().contains("expects magic"), log.toString());
      rude.read(ByteBuffer.allocate(CableFrame.BYTES));
      assertEquals(-1, rude.read(ByteBuffer.allocate(1)));
    }
  }

  @Test
  void vehicleHearsThatTheBoardHasGone() throws Exception {
    Path path = folder.resolve("cable");
    CableServer server = listen(path);
    try (CableClient client = CableClient.connect(path)) {
      server.exchange(station(1));
      server.close();
      assertThrows(
          IOException.class,
          () -> {
            client.poll();
            client.poll();
          });
    }
  }

  // A vehicle that never reads must not block the board's thread, whatever the socket holds.
  @Test
  void vehicleThatNeverReadsDoesNotBlockTheBoard() throws Exception {
    Path path = folder.resolve("cable");
    try (CableServer server = listen(path);
        CableClient client = CableClient.connect(path)) {
      client.send(PLUGGED);
      for (int i = 1; i < 20_000; i++) {
        server.exchange(station(i));
      }
      assertTrue(server.exchange(station(20_000)).plugged());
      assertTrue(client.poll().isPresent());
    }
  }

  @Test
  void leftOverSocketIsReplacedButAFileAndALivingBoardAreNot() throws Exception {
    Path path = folder.resolve("cable");
    try (var dead = java.nio.channels.ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(path));
    }
    assertTrue(Files.exists(path));
    CableServer first = listen(path);
    IOException second = assertThrows(IOException.class, () -> listen(path));
    assertTrue(String.valueOf(second.getMessage()).contains("another running board"));
    first.close();
    Files.writeString(path, "precious");
    assertThrows(IOException.class, () -> listen(path));
    assertEquals("precious", Files.readString(path));
  }
}
