package energy.ebbflow.firmware.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.vehicle.VehicleDoor;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.transport.FrameTap;
import energy.ebbflow.iso15118.transport.SdpClient;
import energy.ebbflow.iso15118.transport.SeccServer;
import energy.ebbflow.iso15118.transport.VehicleLink;
import energy.ebbflow.iso15118.transport.VehicleSink;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each outlet has a link of its own. */
class VehicleLinkDoorTest {
  private static final Path DUAL = Path.of("..", "board-configs", "simulated-dual.toml");

  @Test
  void aVehicleReachesTheOutletItsLinkBelongsTo() throws Exception {
    BlockingQueue<Integer> connected = new ArrayBlockingQueue<>(16);
    Deque<SeccServer> servers = new ArrayDeque<>();
    try (EventLines events = new EventLines(Optional.empty(), () -> 0)) {
      int port = freePorts();
      VehicleLinkDoor links = links(new RunOptions.VehicleLink.Loopback(), events, port);
      links.open(Map.of(1, door(1, connected), 2, door(2, connected)), servers::push);
      assertEquals(2, servers.size());
      SdpResponse first = discovered(port);
      SdpResponse second = discovered(port + 1);
      assertNotEquals(first.port(), second.port());
      assertEquals(2, visited(second, connected));
      assertEquals(1, visited(first, connected));
    } finally {
      servers.forEach(SeccServer::close);
    }
  }

  private static int visited(SdpResponse at, BlockingQueue<Integer> connected) throws Exception {
    InetSocketAddress address = new InetSocketAddress(at.address(), at.port());
    VehicleLink link = VehicleLink.connect(address, Optional.empty(), new Deaf(), FrameTap.none());
    try {
      // A link counts as a vehicle's once its first message has come.
      link.send(
          new SupportedAppProtocolRequest(
              List.of(new AppProtocol("urn:iso:std:iso:15118:-20:DC", 1, 0, 1, 1))));
      Integer outlet = connected.poll(20, TimeUnit.SECONDS);
      return outlet == null ? 0 : outlet;
    } finally {
      link.close();
    }
  }

  private static SdpResponse discovered(int port) throws Exception {
    return SdpClient.discover(Optional.empty(), port, Security.NONE, SdpClient.MAX_REQUESTS)
        .orElseThrow();
  }

  /** Two neighbours that nobody uses: another station may run on this machine. */
  private static int freePorts() throws Exception {
    InetAddress loopback = InetAddress.getByName("::1");
    for (int port = 40_000; port < 49_000; port += 2) {
      try (DatagramSocket first = new DatagramSocket(port, loopback);
          DatagramSocket second = new DatagramSocket(port + 1, loopback)) {
        assertTrue(first.isBound() && second.isBound());
        return port;
      } catch (BindException taken) {
        continue;
      }
    }
    throw new AssertionError("no two free ports");
  }

  private static VehicleDoor door(int outlet, BlockingQueue<Integer> connected) {
    return new VehicleDoor(
        new SecureRandom(),
        input -> !(input instanceof EvseInput.Connected) || connected.offer(outlet));
  }

  @Test
  void twoOutletsCannotShareAnInterface() {
    UsageException refused =
        assertThrows(
            UsageException.class,
            () -> links(new RunOptions.VehicleLink.Interfaces(Map.of(1, "eth0", 2, "eth0"))));
    assertTrue(String.valueOf(refused.getMessage()).contains("1 and 2"), refused::toString);
  }

  @Test
  void anInterfaceForAnOutletThatIsNotThereIsRefused() {
    UsageException refused =
        assertThrows(
            UsageException.class,
            () -> links(new RunOptions.VehicleLink.Interfaces(Map.of(3, "eth0"))));
    assertTrue(String.valueOf(refused.getMessage()).contains("outlet 3"), refused::toString);
  }

  private static VehicleLinkDoor links(RunOptions.VehicleLink where) throws Exception {
    try (EventLines events = new EventLines(Optional.empty(), () -> 0)) {
      return links(where, events, SdpRequest.PORT);
    }
  }

  /** The secrets of vehicles' links are written down where the board file permits it, only. */
  @Test
  void secretsAreWrittenDownWhereTheBoardPermitsIt(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("keys");
    Path real = Path.of("..", "board-configs", "dual-outlet-ac.toml");
    try (EventLines events = new EventLines(Optional.empty(), () -> 0)) {
      UsageException refused =
          assertThrows(
              UsageException.class,
              () -> links(real, new RunOptions.VehicleLink.None(), Optional.of(log), events, 0));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("iso15118.key_log = true"),
          refused.getMessage());
      assertTrue(Files.notExists(log), "nothing is written where it is not permitted");
      links(DUAL, new RunOptions.VehicleLink.Loopback(), Optional.of(log), events, 0);
      assertTrue(Files.exists(log));
    }
  }

  private static VehicleLinkDoor links(RunOptions.VehicleLink where, EventLines events, int port)
      throws Exception {
    return links(DUAL, where, Optional.empty(), events, port);
  }

  private static VehicleLinkDoor links(
      Path board, RunOptions.VehicleLink where, Optional<Path> keyLog, EventLines events, int port)
      throws Exception {
    RunOptions options =
        new RunOptions(
            board,
            Map.of(),
            Path.of("target", "none"),
            Optional.empty(),
            OptionalLong.empty(),
            1,
            where,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            keyLog);
    return new VehicleLinkDoor(options, StationConfig.read(board), events, port);
  }

  private static final class Deaf implements VehicleSink {
    @Override
    public void received(V2gMessage message) {}

    @Override
    public void undecodable(String detail) {}

    @Override
    public void closed(String reason) {}
  }
}
