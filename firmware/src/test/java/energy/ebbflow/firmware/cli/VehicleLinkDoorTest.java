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
import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.transport.FrameTap;
import energy.ebbflow.iso15118.transport.SdpClient;
import energy.ebbflow.iso15118.transport.SeccServer;
import energy.ebbflow.iso15118.transport.VehicleLink;
import energy.ebbflow.iso15118.transport.VehicleSink;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each outlet has a link of its own. */
class VehicleLinkDoorTest {
  private static final Path DUAL = Path.of("..", "board-configs", "simulated-dual.toml");

  @Test
  void aVehicleReachesTheOutletItsLinkBelongsTo() throws Exception {
    BlockingQueue<Integer> connected = new ArrayBlockingQueue<>(16);
    Deque<SeccServer> servers = new ArrayDeque<>();
    try (EventLines events = new EventLines(Optional.empty(), () -> 0)) {
      VehicleLinkDoor links = links(new RunOptions.VehicleLink.Loopback(), events);
      links.open(Map.of(1, door(1, connected), 2, door(2, connected)), servers::push);
      assertEquals(2, servers.size());
      SdpResponse first = discovered(1);
      SdpResponse second = discovered(2);
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
      Integer outlet = connected.poll(20, TimeUnit.SECONDS);
      return outlet == null ? 0 : outlet;
    } finally {
      link.close();
    }
  }

  private static SdpResponse discovered(int outlet) throws Exception {
    return SdpClient.discover(
            Optional.empty(), SdpRequest.PORT + outlet - 1, Security.NONE, SdpClient.MAX_REQUESTS)
        .orElseThrow();
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
      return links(where, events);
    }
  }

  private static VehicleLinkDoor links(RunOptions.VehicleLink where, EventLines events)
      throws Exception {
    RunOptions options =
        new RunOptions(
            DUAL,
            Map.of(),
            Path.of("target", "none"),
            Optional.empty(),
            OptionalLong.empty(),
            1,
            where,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new VehicleLinkDoor(options, StationConfig.read(DUAL), events);
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
