package energy.ebbflow.simulator.exi.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.transport.tls.ChargerTls;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import energy.ebbflow.iso15118.transport.tls.VehicleTls;
import energy.ebbflow.simulator.exi.Capture;
import energy.ebbflow.simulator.exi.pcap.CaptureFile;
import energy.ebbflow.simulator.exi.pcap.MessageTrace;
import energy.ebbflow.simulator.exi.pcap.Packet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Captures of real handshakes, with both ends' keys as the product writes them: our charger against
 * our vehicle, and against the JDK's TLS, which knows other suites and no encrypt-then-MAC.
 */
@Timeout(120)
class TlsTraceTest {
  private static final int ROUNDS = 32;
  private static final long HANDSHAKE_MILLIS = 60_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
  static Path pki;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
  Path folder;

  private final Capture capture = new Capture();

  @BeforeAll
  static void keys() throws Exception {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
  }

  private static byte[] frame(String evccId) {
    V2gMessage message =
        new SessionSetupRequest(
            new MessageHeader(Octets.of(new byte[8]), 1_767_225_600L, Optional.empty()), evccId);
    byte[] buffer = new byte[4096];
    ExiCodec<V2gMessage> codec = MessageSet.ISO20.codec();
    int length = codec.encode(message, buffer, 0);
    return ByteBuffer.allocate(8 + length)
        .put((byte) 1)
        .put((byte) 0xFE)
        .putShort((short) 0x8002)
        .putInt(length)
        .put(buffer, 0, length)
        .array();
  }

  private EmbeddedChannel charger(KeyLog log) throws Exception {
    return new EmbeddedChannel(
        ChargerTls.of(PemFolder.forCharger(pki), true, new SecureRandom(), log)
            .handler(HANDSHAKE_MILLIS));
  }

  private static byte[] outbound(EmbeddedChannel channel) {
    return drained(channel::readOutbound);
  }

  private static byte[] inbound(EmbeddedChannel channel) {
    return drained(channel::readInbound);
  }

  private static byte[] drained(Supplier<ByteBuf> from) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuf next = from.get(); next != null; next = from.get()) {
      byte[] octets = new byte[next.readableBytes()];
      next.readBytes(octets);
      next.release();
      all.writeBytes(octets);
    }
    return all.toByteArray();
  }

  private List<MessageTrace.Line> traced(String log) throws IOException {
    MessageTrace trace = new MessageTrace(KeyLogFile.read(log));
    List<MessageTrace.Line> lines = new ArrayList<>();
    for (Packet packet :
        CaptureFile.read(Files.readAllBytes(capture.write(folder.resolve("tls.pcap"))))) {
      lines.addAll(trace.next(packet));
    }
    return lines;
  }

  private static List<String> ids(List<MessageTrace.Line> lines) {
    return lines.stream()
        .flatMap(line -> line.message().stream())
        .map(message -> ((SessionSetupRequest) message).evccId())
        .toList();
  }

  /** Both ends are ours; either end's key log reads the whole conversation. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void ownConversation(Profile profile) throws Exception {
    Path chargerLog = folder.resolve("charger.keys");
    Path vehicleLog = folder.resolve("vehicle.keys");
    EmbeddedChannel charger = charger(KeyLog.to(chargerLog));
    VehicleTls tls =
        VehicleTls.of(
            PemFolder.forVehicle(pki),
            Set.of(profile),
            new SecureRandom(),
            HANDSHAKE_MILLIS,
            KeyLog.to(vehicleLog));
    EmbeddedChannel vehicle = new EmbeddedChannel(tls.handler());
    carry(vehicle, charger);
    assertTrue(tls.handler().handshakeFuture().isSuccess());
    vehicle.writeOutbound(Unpooled.wrappedBuffer(frame("FIRST")));
    carry(vehicle, charger);
    charger.writeOutbound(Unpooled.wrappedBuffer(frame("SECOND")));
    carry(vehicle, charger);
    vehicle.writeOutbound(Unpooled.wrappedBuffer(frame("THIRD")));
    carry(vehicle, charger);
    tls.handler().closeOutbound();
    carry(vehicle, charger);
    for (Path log : List.of(chargerLog, vehicleLog)) {
      List<MessageTrace.Line> lines = traced(Files.readString(log));
      assertEquals(List.of("FIRST", "SECOND", "THIRD"), ids(lines), lines::toString);
      assertTrue(lines.getFirst().detail().endsWith(", decoded with the key log"), lines::toString);
      assertTrue(
          lines.stream().anyMatch(line -> line.detail().equals("close_notify")), lines::toString);
      assertTrue(lines.stream().noneMatch(MessageTrace.Line::failed), lines::toString);
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(chargerLog)),
        "nobody else reads the secrets");
  }

  private void carry(EmbeddedChannel vehicle, EmbeddedChannel charger) {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] asked = outbound(vehicle);
      if (asked.length > 0) {
        capture.sent(true, asked);
        charger.writeInbound(Unpooled.wrappedBuffer(asked));
      }
      byte[] answered = outbound(charger);
      if (answered.length > 0) {
        capture.sent(false, answered);
        vehicle.writeInbound(Unpooled.wrappedBuffer(answered));
      }
      if (asked.length == 0 && answered.length == 0) {
        return;
      }
    }
    throw new AssertionError("the two do not stop talking");
  }

  /** The other TLS: each suite, and in TLS 1.3 the keys after a KeyUpdate. */
  @ParameterizedTest
  @CsvSource({
    "TLSv1.3, TLS_AES_256_GCM_SHA384",
    "TLSv1.3, TLS_CHACHA20_POLY1305_SHA256",
    "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"
  })
  void otherImplementation(String version, String suite) throws Exception {
    Path log = folder.resolve("keys");
    EmbeddedChannel charger = charger(KeyLog.to(log));
    JdkVehicle vehicle = new JdkVehicle(PemFolder.forVehicle(pki), version, suite);
    vehicle.begin();
    carry(vehicle, charger, new byte[0]);
    assertTrue(vehicle.complete());
    carry(vehicle, charger, frame("FIRST"));
    assertArrayEquals(frame("FIRST"), inbound(charger));
    boolean renews = version.equals("TLSv1.3");
    if (renews) {
      vehicle.begin();
      carry(vehicle, charger, new byte[0]);
    }
    charger.writeOutbound(Unpooled.wrappedBuffer(frame("SECOND")));
    carry(vehicle, charger, frame("THIRD"));
    assertArrayEquals(frame("SECOND"), vehicle.heard());
    assertArrayEquals(frame("THIRD"), inbound(charger));
    List<MessageTrace.Line> lines = traced(Files.readString(log));
    assertEquals(Set.of("FIRST", "SECOND", "THIRD"), Set.copyOf(ids(lines)), lines::toString);
    assertEquals(3, ids(lines).size(), lines::toString);
    assertEquals(version + " " + suite + ", decoded with the key log", lines.getFirst().detail());
    assertTrue(lines.stream().noneMatch(MessageTrace.Line::failed), lines::toString);
    if (renews) {
      // Some write down the traffic secrets alone: what the handshake said is passed over.
      String fewer =
          String.join(
              "\n",
              Files.readAllLines(log).stream()
                  .filter(line -> !line.contains("HANDSHAKE"))
                  .toList());
      assertEquals(3, ids(traced(fewer)).size());
    }
  }

  private void carry(JdkVehicle vehicle, EmbeddedChannel charger, byte[] plain) throws Exception {
    byte[] asked = vehicle.say(plain);
    for (int round = 0; round < ROUNDS; round++) {
      if (asked.length > 0) {
        capture.sent(true, asked);
        charger.writeInbound(Unpooled.wrappedBuffer(asked));
      }
      byte[] answered = outbound(charger);
      if (answered.length > 0) {
        capture.sent(false, answered);
      }
      boolean quiet = asked.length == 0 && answered.length == 0;
      // With nothing, too: what waits behind a handshake message is read then.
      vehicle.hear(answered);
      asked = vehicle.say(new byte[0]);
      if (quiet && asked.length == 0) {
        return;
      }
    }
    throw new AssertionError("the two do not stop talking");
  }

  /** Without the secrets it is said what is hidden; with those of another, the same. */
  @Test
  void withoutItsSecretsTheConversationStaysHidden() throws Exception {
    EmbeddedChannel charger = charger(KeyLog.OFF);
    VehicleTls tls =
        VehicleTls.of(
            PemFolder.forVehicle(pki), Set.of(Profile.ISO20), new SecureRandom(), HANDSHAKE_MILLIS);
    EmbeddedChannel vehicle = new EmbeddedChannel(tls.handler());
    carry(vehicle, charger);
    vehicle.writeOutbound(Unpooled.wrappedBuffer(frame("FIRST")));
    carry(vehicle, charger);
    String another =
        "SERVER_TRAFFIC_SECRET_0 " + "00".repeat(32) + " " + "00".repeat(48) + "\n# a comment\n";
    for (String log : List.of("", another)) {
      List<MessageTrace.Line> lines = traced(log);
      assertEquals(1, lines.size(), lines::toString);
      assertEquals(
          "TLSv1.3 TLS_AES_256_GCM_SHA384, what follows is encrypted and not shown",
          lines.getFirst().detail());
      assertFalse(lines.getFirst().failed());
    }
  }

  /** Secrets that do not fit are an error, not silence. */
  @Test
  void secretsThatDoNotFitAreAnError() throws Exception {
    Path log = folder.resolve("keys");
    EmbeddedChannel charger = charger(KeyLog.to(log));
    VehicleTls tls =
        VehicleTls.of(
            PemFolder.forVehicle(pki), Set.of(Profile.ISO2), new SecureRandom(), HANDSHAKE_MILLIS);
    EmbeddedChannel vehicle = new EmbeddedChannel(tls.handler());
    carry(vehicle, charger);
    for (int i = 0; i < 50; i++) {
      vehicle.writeOutbound(Unpooled.wrappedBuffer(frame("FIRST")));
    }
    carry(vehicle, charger);
    String[] words = Files.readString(log).strip().split(" ");
    String wrong = words[0] + " " + words[1] + " " + "ab".repeat(48);
    List<MessageTrace.Line> failed =
        traced(wrong).stream().filter(MessageTrace.Line::failed).toList();
    assertEquals(1, failed.size(), failed::toString);
    assertTrue(
        failed.getFirst().detail().startsWith("not protected with the key log's secrets"),
        failed::toString);
  }

  /** A file of another kind is named by line, and no digit of a secret is in the words. */
  @Test
  void whatIsNoKeyLogIsNamed() {
    String[] wrong = {
      "CLIENT_RANDOM 00",
      "CLIENT_RANDOM 00 " + "5ec2e7".repeat(16),
      "CLIENT_RANDOM " + "00".repeat(32) + " 5ec2e7x"
    };
    for (String each : wrong) {
      KeyLogException told =
          assertThrows(KeyLogException.class, () -> KeyLogFile.read("# first\n" + each + "\n"));
      String words = String.valueOf(told.getMessage());
      assertTrue(words.startsWith("line 2 of the key log: expected "), words);
      assertFalse(words.contains("5ec2"), words);
    }
  }
}
