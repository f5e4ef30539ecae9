package energy.ebbflow.iso15118.transport.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The charger's TLS handler byte by byte and in virtual time, towards honest and hostile peers. */
class TlsHandlerTest {
  private static final long HANDSHAKE_MILLIS = 10_000;

  @TempDir static Path pki;
  private static ChargerTls tls;
  private static Material vehicle;

  @BeforeAll
  static void keys() throws Exception {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
    tls = ChargerTls.of(PemFolder.forCharger(pki), true, new SecureRandom());
    vehicle = Material.read(PemFolder.forVehicle(pki));
  }

  /** What happens behind the handler. */
  private static final class Heard extends ChannelInboundHandlerAdapter {
    final List<String> events = new ArrayList<>();
    final ByteArrayOutputStream plain = new ByteArrayOutputStream();

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      events.add(
          switch (event) {
            case TlsReady ready -> "ready " + ready.summary() + (ready.mutual() ? " mutual" : "");
            case TlsRefused refused -> "refused " + TlsFailure.describe(refused.cause());
            default -> "other " + event;
          });
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      plain.writeBytes(ByteBufUtil.getBytes(bytes));
      bytes.release();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      events.add("broken " + TlsFailure.describe(cause));
      ctx.close();
    }
  }

  /** A client with ways to misbehave that the provider keeps to itself. */
  private static final class Client extends TlsClientProtocol {
    void warn() throws IOException {
      raiseAlertWarning(AlertDescription.user_canceled, "again and again");
    }

    void keyUpdate() throws IOException {
      send13KeyUpdate(false);
    }
  }

  /** One connection: the charger's pipeline and a vehicle, without a socket. */
  private static final class Link {
    final Heard heard = new Heard();
    final EmbeddedChannel charger = new EmbeddedChannel();
    final Client client = new Client();

    Link() {
      charger.freezeTime();
      charger.pipeline().addLast(tls.handler(HANDSHAKE_MILLIS), heard);
    }

    Link connect(Profile profile) throws IOException {
      Set<Profile> one = Set.of(profile);
      client.connect(
          new VehiclePeer(
              new BcTlsCrypto(new SecureRandom()), vehicle, one, Suite.codes(one), Instant.now()));
      return this;
    }

    byte[] fromClient() {
      byte[] bytes = new byte[client.getAvailableOutputBytes()];
      client.readOutput(bytes, 0, bytes.length);
      return bytes;
    }

    void toCharger(byte[] bytes) {
      charger.writeInbound(Unpooled.copiedBuffer(bytes));
    }

    void toClient() throws IOException {
      for (ByteBuf out = charger.readOutbound(); out != null; out = charger.readOutbound()) {
        client.offerInput(ByteBufUtil.getBytes(out));
        out.release();
      }
    }

    Link shakeHands() throws IOException {
      for (int i = 0; i < 4; i++) {
        toCharger(fromClient());
        toClient();
      }
      return this;
    }
  }

  /** TCP may cut a handshake and what follows anywhere. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void byteByByte(Profile profile) throws Exception {
    Link link = new Link().connect(profile);
    for (int i = 0; i < 4; i++) {
      for (byte one : link.fromClient()) {
        link.toCharger(new byte[] {one});
      }
      link.toClient();
    }
    byte[] message = new byte[70_000];
    new Random(7).nextBytes(message);
    link.client.writeApplicationData(message, 0, message.length);
    byte[] wire = link.fromClient();
    for (int at = 0; at < wire.length; at += 777) {
      link.toCharger(Arrays.copyOfRange(wire, at, Math.min(wire.length, at + 777)));
    }
    assertEquals(1, link.heard.events.size(), link.heard.events::toString);
    assertTrue(link.heard.events.getFirst().startsWith("ready TLSv1."));
    assertArrayEquals(message, link.heard.plain.toByteArray());
    link.charger.writeOutbound(Unpooled.copiedBuffer(new byte[] {1, 2, 3}));
    link.toClient();
    byte[] answer = new byte[link.client.getAvailableInputBytes()];
    link.client.readInput(answer, 0, answer.length);
    assertArrayEquals(new byte[] {1, 2, 3}, answer);
  }

  /** Who does not finish the handshake in time is dropped; both sides of the deadline. */
  @Test
  void handshakeHasItsTime() throws Exception {
    Link link = new Link().connect(Profile.ISO20);
    byte[] hello = link.fromClient();
    link.toCharger(Arrays.copyOf(hello, hello.length - 1));
    pass(link, HANDSHAKE_MILLIS - 1);
    assertTrue(link.charger.isOpen());
    pass(link, 1);
    assertFalse(link.charger.isOpen());
    assertEquals(List.of("refused the handshake was not done within 10000 ms"), link.heard.events);
  }

  /** A connection that is done is not dropped later. */
  @Test
  void doneIsDone() throws Exception {
    Link link = new Link().connect(Profile.ISO20).shakeHands();
    pass(link, 3_600_000);
    assertTrue(link.charger.isOpen());
    assertEquals(List.of("ready TLSv1.3 TLS_AES_256_GCM_SHA384 mutual"), link.heard.events);
  }

  private static void pass(Link link, long millis) {
    link.charger.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    link.charger.runScheduledPendingTasks();
  }

  /** A ClientHello that says it has 16 MB: refused by its length, before any of it is kept. */
  @Test
  void hugeClientHello() {
    Link link = new Link();
    link.toCharger(
        new byte[] {22, 3, 1, 0, 8, 1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 3, 3, 0, 0});
    assertFalse(link.charger.isOpen());
    assertTrue(
        link.heard.events.getFirst().contains("16777215 > 16384"), link.heard.events::toString);
  }

  /** A record longer than TLS allows. */
  @Test
  void hugeRecord() {
    Link link = new Link();
    link.toCharger(new byte[] {22, 3, 1, (byte) 0xFF, (byte) 0xFF, 1, 0, 0, 4, 3, 3, 0, 0});
    assertFalse(link.charger.isOpen());
    assertTrue(
        link.heard.events.getFirst().startsWith("refused record_overflow"),
        link.heard.events::toString);
  }

  /** A handshake in crumbs that never comes to an end is cut off at the bound. */
  @Test
  void endlessHandshake() {
    Link link = new Link();
    byte[] crumb = {22, 3, 1, 0, 1, 1};
    int sent = 0;
    link.toCharger(new byte[] {22, 3, 1, 0, 4, 1, 0, 0x3F, 0});
    while (link.charger.isOpen() && sent <= 2 * TlsHandler.MAX_HANDSHAKE_BYTES) {
      link.toCharger(crumb);
      sent += crumb.length;
    }
    assertFalse(link.charger.isOpen());
    assertTrue(sent <= TlsHandler.MAX_HANDSHAKE_BYTES, "after " + sent + " bytes");
    assertEquals(1, link.heard.events.size());
  }

  /** Warnings without end carry no message: the link ends at the bound. */
  @Test
  void floodOfAlerts() throws Exception {
    Link link = new Link().connect(Profile.ISO2).shakeHands();
    flood(link, link.client::warn);
  }

  /** Key updates cost the receiver more than the sender: the same bound. */
  @Test
  void floodOfKeyUpdates() throws Exception {
    Link link = new Link().connect(Profile.ISO20).shakeHands();
    flood(link, link.client::keyUpdate);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void flood(Link link, Step step) throws IOException {
    assertEquals(1, link.heard.events.size());
    int sent = 0;
    int bound = TlsHandler.MAX_BARREN_BYTES + TlsHandler.MAX_RECORD_BYTES;
    while (link.charger.isOpen() && sent <= 2 * bound) {
      step.run();
      byte[] bytes = link.fromClient();
      sent += bytes.length;
      link.toCharger(bytes);
    }
    assertFalse(link.charger.isOpen());
    assertTrue(sent <= bound + 256, "after " + sent + " bytes");
    assertEquals(
        "broken more than 8192 bytes of TLS came without a message in them",
        link.heard.events.getLast());
  }

  /** A vehicle that charges for days updates its keys now and then: messages in between count. */
  @Test
  void keyUpdatesBetweenMessagesAreFine() throws Exception {
    Link link = new Link().connect(Profile.ISO20).shakeHands();
    byte[] message = {1, 2, 3};
    for (int i = 0; i < 2_000; i++) {
      link.client.keyUpdate();
      link.client.writeApplicationData(message, 0, message.length);
      link.toCharger(link.fromClient());
    }
    assertTrue(link.charger.isOpen());
    assertEquals(6_000, link.heard.plain.size());
  }

  /** A bit that flipped on the way: the session ends, with the alert for it. */
  @Test
  void tamperedRecord() throws Exception {
    Link link = new Link().connect(Profile.ISO20).shakeHands();
    link.client.writeApplicationData(new byte[] {1, 2, 3}, 0, 3);
    byte[] wire = link.fromClient();
    wire[wire.length - 1] ^= 1;
    link.toCharger(wire);
    assertTrue(
        link.heard.events.getLast().startsWith("broken bad_record_mac"),
        link.heard.events::toString);
    assertFalse(link.charger.isOpen());
    assertEquals(0, link.heard.plain.size());
  }

  /** An orderly end of TLS ends the connection, whether TCP ends too or not. */
  @Test
  void closeNotify() throws Exception {
    Link link = new Link().connect(Profile.ISO20).shakeHands();
    link.client.close();
    link.toCharger(link.fromClient());
    assertFalse(link.charger.isOpen());
    assertEquals(1, link.heard.events.size(), link.heard.events::toString);
  }

  /**
   * Mutated handshakes, first flight and last: each ends in a refusal or waits for more, nothing
   * else gets out, and the next honest vehicle shakes hands. The seed is fixed: a failure replays.
   */
  @Test
  void mutatedHandshakes() throws Exception {
    Random random = new Random(20_261_120);
    for (int i = 0; i < 400; i++) {
      Profile profile = i % 2 == 0 ? Profile.ISO20 : Profile.ISO2;
      Link link = new Link().connect(profile);
      boolean late = i % 4 >= 2;
      if (late) {
        link.toCharger(link.fromClient());
        link.toClient();
      }
      byte[] flight = link.fromClient();
      int flips = 1 + random.nextInt(4);
      for (int flip = 0; flip < flips; flip++) {
        flight[random.nextInt(flight.length)] = (byte) random.nextInt(256);
      }
      link.toCharger(flight);
      link.charger.checkException();
      assertTrue(link.heard.events.size() <= 2, link.heard.events::toString);
      assertEquals(0, link.heard.plain.size());
      link.charger.finishAndReleaseAll();
    }
    Link honest = new Link().connect(Profile.ISO20).shakeHands();
    assertEquals(1, honest.heard.events.size());
  }

  /** A chain that came while the station runs is shown from the next refresh on. */
  @Test
  void renewedChainIsTakenUp(@TempDir Path own) throws Exception {
    DevelopmentPki.write(own, Instant.now(), new SecureRandom());
    ChargerTls charger = ChargerTls.of(PemFolder.forCharger(own), true, new SecureRandom());
    String before = charger.material().all(Profile.ISO20).getFirst().leaf().toString();
    charger.refresh();
    assertEquals(before, charger.material().all(Profile.ISO20).getFirst().leaf().toString());
    DevelopmentPki.write(own, Instant.now(), new SecureRandom());
    charger.refresh();
    String after = charger.material().all(Profile.ISO20).getFirst().leaf().toString();
    assertFalse(after.equals(before));
    Files.writeString(own.resolve("secc/iso20/key.pem"), "half a file");
    charger.refresh();
    assertEquals(after, charger.material().all(Profile.ISO20).getFirst().leaf().toString());
  }
}
