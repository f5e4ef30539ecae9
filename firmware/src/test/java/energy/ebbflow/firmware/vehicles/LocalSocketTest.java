package energy.ebbflow.firmware.vehicles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people at the station ask, over a real socket. */
class LocalSocketTest {
  private static String asked(Path data, String request) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(LocalSocket.in(data)));
      channel.write(ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    }
  }

  private static VehicleDesk nobody() {
    return new VehicleDesk(
        () -> {
          throw new IllegalStateException("the memory is not asked");
        },
        new VehicleDesk.Outlets() {
          @Override
          public void remembered(int evse, long visit, KnownVehicle vehicle) {}

          @Override
          public void changed(KnownVehicle vehicle) {}
        },
        () -> Instant.EPOCH);
  }

  /** OCPP 2.1 K22. */
  @Test
  void priorityIsAskedFor(@TempDir Path data) throws IOException {
    LocalSocket.Priorities first =
        (evse, active, answer) ->
            answer.accept(evse == 1 ? Optional.empty() : Optional.of("no such outlet"));
    try (LocalSocket socket = LocalSocket.open(data, nobody(), first).orElseThrow()) {
      assertNotNull(socket);
      assertEquals(
          "{\"active\":true}",
          asked(data, "{\"action\":\"SetPriority\",\"evse\":1,\"active\":true}"));
      assertEquals(
          "{\"error\":\"no such outlet\"}",
          asked(data, "{\"action\":\"SetPriority\",\"evse\":2,\"active\":false}"));
    }
  }

  @Test
  void whatIsNoRequestIsExplained(@TempDir Path data) throws IOException {
    LocalSocket.Priorities never =
        (evse, active, answer) -> {
          throw new AssertionError("nobody asked for priority");
        };
    try (LocalSocket socket = LocalSocket.open(data, nobody(), never).orElseThrow()) {
      assertNotNull(socket);
      for (String wrong :
          new String[] {
            "{\"action\":\"SetPriority\"}",
            "{\"action\":\"SetPriority\",\"evse\":\"1\",\"active\":true}",
            "{\"action\":\"SetPriority\",\"evse\":1,\"active\":1}",
            "{\"action\":\"SetPriority\",\"evse\":1e99,\"active\":true}"
          }) {
        assertEquals(
            "{\"error\":\"expected an outlet's number as evse, and active true or false\"}",
            asked(data, wrong));
      }
      for (String wrong : new String[] {"", "[]", "{", "{\"action\":\"Explode\"}"}) {
        assertEquals(
            "{\"error\":\"expected {\\\"action\\\": \\\"ListVehicles\\\", \\\"SetVehicle\\\","
                + " \\\"ForgetVehicle\\\" or \\\"SetPriority\\\", …}\"}",
            asked(data, wrong));
      }
    }
  }
}
