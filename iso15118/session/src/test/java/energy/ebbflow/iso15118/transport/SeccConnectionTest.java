package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** One connection byte by byte, in virtual time, without sockets. */
class SeccConnectionTest {
  private final ChargerSide charger = new ChargerSide();
  private final LinkSlot slot = new LinkSlot();
  private int lastPort = 1000;

  private final class Wire extends EmbeddedChannel {
    private final InetSocketAddress remote = new InetSocketAddress("::1", ++lastPort);

    @Override
    protected SocketAddress remoteAddress0() {
      return remote;
    }

    Wire feed(byte[] bytes) {
      writeInbound(Unpooled.copiedBuffer(bytes));
      return this;
    }

    Wire pass(long millis) {
      advanceTimeBy(millis, TimeUnit.MILLISECONDS);
      runScheduledPendingTasks();
      return this;
    }
  }

  private Wire connect() {
    Wire wire = new Wire();
    wire.freezeTime();
    WireClock clock = new WireClock(System.nanoTime());
    FrameDecoder decoder = new FrameDecoder();
    SeccConnection connection =
        new SeccConnection(1, false, wire, slot, charger, charger, clock, decoder);
    if (connection.admitted()) {
      wire.pipeline().addLast(clock, decoder, connection);
    }
    return wire;
  }

  private static byte[] sapFrame() {
    Coding coding = new Coding();
    int length = coding.encode(MessageSet.APP, PayloadType.SAP_OR_ISO2, VehicleSide.SAP);
    return Arrays.copyOf(coding.frame(), length);
  }

  /** TCP may cut a message anywhere. */
  @Test
  void messageMayComeByteByByte() throws Exception {
    Wire wire = connect();
    byte[] frame = sapFrame();
    for (int i = 0; i < frame.length; i++) {
      assertEquals(0, charger.inputs.size(), "nothing before the last byte");
      wire.feed(new byte[] {frame[i]});
    }
    charger.next(SeccInput.LinkUp.class);
    assertEquals(new SeccInput.Request(VehicleSide.SAP), charger.next().input());
  }

  /** Who says nothing whole in time is dropped; both sides of the deadline. */
  @Test
  void firstMessageHasItsTime() throws Exception {
    Wire wire = connect();
    wire.pass(TransportLimits.FIRST_MESSAGE_MILLIS - 1);
    assertTrue(wire.isOpen());
    wire.pass(1);
    assertFalse(wire.isOpen());
    assertTrue(ChargerSide.take(charger.refusals, "a refusal").contains("no whole message"));
    assertEquals(0, charger.inputs.size());
  }

  /** A byte now and then does not keep a message open for ever (slow-loris). */
  @Test
  void begunMessageHasItsTime() throws Exception {
    Wire wire = connect();
    byte[] frame = sapFrame();
    wire.feed(frame);
    charger.next(SeccInput.LinkUp.class);
    charger.next(SeccInput.Request.class);
    wire.feed(new byte[] {frame[0]});
    wire.pass(TransportLimits.WHOLE_MESSAGE_MILLIS - 1);
    wire.feed(new byte[] {frame[1]});
    assertTrue(wire.isOpen());
    wire.pass(1);
    assertFalse(wire.isOpen());
    assertTrue(charger.next(SeccInput.Undecodable.class).detail().contains("not whole within"));
    charger.next(SeccInput.LinkDown.class);
  }

  /**
   * An idle session is not the transport's business: between messages there is no deadline here.
   */
  @Test
  void idleSessionStays() throws Exception {
    Wire wire = connect();
    wire.feed(sapFrame());
    charger.next(SeccInput.LinkUp.class);
    wire.pass(3_600_000);
    assertTrue(wire.isOpen());
  }

  /**
   * A vehicle that does not wait for answers is read no further than the bound; nothing is lost.
   */
  @Test
  void unansweredRequestsAreBounded() throws Exception {
    Wire wire = connect();
    byte[] frame = sapFrame();
    byte[] hundred = new byte[frame.length * 100];
    for (int i = 0; i < 100; i++) {
      System.arraycopy(frame, 0, hundred, i * frame.length, frame.length);
    }
    wire.feed(hundred);
    charger.next(SeccInput.LinkUp.class);
    assertEquals(TransportLimits.MAX_UNANSWERED, charger.inputs.size());
    int heard = 0;
    while (!charger.inputs.isEmpty()) {
      ChargerSide.Heard next = charger.next();
      heard++;
      // An answer that chooses no protocol leaves the set as it is.
      next.link().send(VehicleSide.SAP_REFUSED);
      wire.runPendingTasks();
      assertTrue(charger.inputs.size() <= TransportLimits.MAX_UNANSWERED);
    }
    assertEquals(100, heard);
    assertTrue(wire.config().isAutoRead());
  }

  /** After the choice of -20 the payload type of SAP and -2 carries nothing more. */
  @Test
  void legacyMessagesEndWithTheChoice() throws Exception {
    Wire wire = connect();
    wire.feed(sapFrame());
    charger.next(SeccInput.LinkUp.class);
    charger.next().link().send(VehicleSide.SAP_OK);
    wire.runPendingTasks();
    wire.feed(sapFrame());
    assertTrue(charger.next(SeccInput.Undecodable.class).detail().contains("not spoken here"));
  }

  /** A flood of garbage is one input, not a full queue. */
  @Test
  void garbageIsToldOnce() throws Exception {
    Wire wire = connect();
    wire.feed(sapFrame());
    charger.next(SeccInput.LinkUp.class);
    SeccLink link = charger.next().link();
    byte[] flood = new byte[12 * 1000];
    byte[] garbage = HexFormat.of().parseHex("01fe800200000004deadbeef");
    for (int i = 0; i < flood.length; i++) {
      flood[i] = garbage[i % garbage.length];
    }
    wire.feed(flood);
    charger.next(SeccInput.Undecodable.class);
    link.close("the session failed");
    wire.runPendingTasks();
    wire.feed(flood);
    charger.next(SeccInput.LinkDown.class);
    assertEquals(0, charger.inputs.size());
  }

  /** SDP has no place in a TCP stream. */
  @Test
  void discoveryInTheStreamIsRefused() throws Exception {
    Wire wire = connect();
    wire.feed(HexFormat.of().parseHex("01fe9000000000020000"));
    assertTrue(ChargerSide.take(charger.refusals, "a refusal").contains("SDP_REQUEST"));
    assertFalse(wire.isOpen());
  }

  /** A car that went silent and connects again takes its own place; while it speaks nobody can. */
  @Test
  void silentVehicleIsReplacedByItself() throws Exception {
    Wire first = connect();
    first.feed(sapFrame());
    charger.next(SeccInput.LinkUp.class);
    charger.next(SeccInput.Request.class);
    assertFalse(connect().isOpen(), "the first one has just spoken");
    assertTrue(
        ChargerSide.take(charger.refusals, "a refusal").contains("one connection at a time"));
  }

  /** Any bytes in any portions: no exception gets out, memory stays bounded, the owner is told. */
  @Property(tries = 500)
  void anyBytesAreHandled(
      @ForAll @Size(max = 400) byte[] bytes, @ForAll @IntRange(min = 1, max = 50) int portion) {
    SeccConnectionTest fresh = new SeccConnectionTest();
    Wire wire = fresh.connect();
    wire.feed(sapFrame());
    wire.feed(HexFormat.of().parseHex("01fe8004"));
    wire.feed(new byte[] {0, 0, 0, (byte) Math.min(bytes.length, 200)});
    for (int i = 0; i < bytes.length && wire.isOpen(); i += portion) {
      wire.feed(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + portion)));
    }
    if (wire.isOpen()) {
      wire.checkException();
    }
    assertTrue(fresh.charger.inputs.size() <= 2 + TransportLimits.MAX_UNANSWERED);
    wire.finishAndReleaseAll();
  }
}
