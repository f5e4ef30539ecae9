package energy.ebbflow.ocpp.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.Electrical;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * TC_A_06, A00.FR.314 and FR.316: a server whose TLS is too old, or too weak, is left at once. The
 * servers are bytes: no library of today speaks so.
 */
class OldTlsTest {
  private static final int HANDSHAKE = 22;
  private static final int ALERT = 21;
  private static final int SERVER_HELLO = 2;

  @TempDir Path folder;

  /** What the station said after the server's hello: the first byte of its record, or -1. */
  private final LinkedBlockingQueue<Integer> said = new LinkedBlockingQueue<>();

  private final LinkedBlockingQueue<String> offered = new LinkedBlockingQueue<>();

  private static byte[] hello(int version, int suite) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream hello = new DataOutputStream(body);
    hello.writeShort(version);
    hello.write(new byte[32]);
    hello.writeByte(0);
    hello.writeShort(suite);
    hello.writeByte(0);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(record);
    out.writeByte(HANDSHAKE);
    out.writeShort(version);
    out.writeShort(body.size() + 4);
    out.writeByte(SERVER_HELLO);
    out.writeByte(0);
    out.writeShort(body.size());
    body.writeTo(out);
    return record.toByteArray();
  }

  /** The cipher suites of a ClientHello, in hexadecimal. */
  private static String suites(byte[] record) {
    int at = 4 + 2 + 32;
    at += 1 + record[at];
    int bytes = (record[at] & 0xff) << 8 | record[at + 1] & 0xff;
    StringBuilder all = new StringBuilder();
    for (int i = at + 2; i < at + 2 + bytes; i += 2) {
      all.append("%02x%02x ".formatted(record[i], record[i + 1]));
    }
    return all.toString().strip();
  }

  private void serve(ServerSocket door, byte[] answer) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!door.isClosed()) {
                try (Socket peer = door.accept()) {
                  DataInputStream in = new DataInputStream(peer.getInputStream());
                  in.readNBytes(3);
                  offered.add(suites(in.readNBytes(in.readUnsignedShort())));
                  peer.getOutputStream().write(answer);
                  said.add(in.read());
                } catch (IOException e) {
                  said.add(-1);
                }
              }
            });
  }

  private OcppBackOffice open(ServerSocket door) {
    OcppConfig config =
        OcppConfig.builder(
                URI.create("wss://127.0.0.1:" + door.getLocalPort() + "/ocpp"),
                "EB1",
                folder.resolve("link.db"))
            .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)))
            .build();
    OcppBackOffice link =
        OcppBackOffice.open(
            config,
            LinkClock.virtual(50, System.currentTimeMillis()),
            (direction, type, id, action, payload) -> {});
    link.start(command -> {});
    return link;
  }

  private List<String> logged() {
    try (StationStore store =
        StationStore.open(folder.resolve("link.db"), (event, sample, page) -> "")) {
      return store.security().logged(0).stream()
          .map(event -> event.kind())
          .filter(kind -> kind.startsWith("InvalidTLS"))
          .toList();
    }
  }

  /** TLS 1.0 and 1.1; and 1.2 with a suite that was not offered (RSA key exchange). */
  @ParameterizedTest
  @CsvSource({
    "0301,c02f,InvalidTLSVersion",
    "0302,c02f,InvalidTLSVersion",
    "0303,002f,InvalidTLSCipherSuite"
  })
  void isLeftAtOnceAndReported(String version, String suite, String event) throws Exception {
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      serve(door, hello(Integer.parseInt(version, 16), Integer.parseInt(suite, 16)));
      try (OcppBackOffice link = open(door)) {
        assertEquals(ALERT, said.poll(20, TimeUnit.SECONDS));
        assertEquals(ALERT, said.poll(20, TimeUnit.SECONDS), "it tries again");
        assertFalse(link.online());
      }
    }
    assertEquals(List.of(event), logged());
  }

  /** TC_A_04, A00.FR.318: TLS 1.3, and of 1.2 what has forward secrecy and authenticates. */
  @Test
  void onlyStrongSuitesAreOffered() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      serve(door, new byte[0]);
      try (OcppBackOffice link = open(door)) {
        assertEquals("1302 1301 c02c c02b c030 c02f", offered.poll(20, TimeUnit.SECONDS));
        assertFalse(link.online());
      }
    }
    assertTrue(logged().isEmpty());
  }
}
