package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Discovery datagram by datagram, without sockets. */
class SdpServerTest {
  private static final int OUR_INTERFACE = 7;

  private final ChargerSide charger = new ChargerSide();

  private EmbeddedChannel server() {
    return new EmbeddedChannel(
        new SdpServer(
            OUR_INTERFACE,
            request ->
                Optional.of(new SdpResponse(Endpoints.loopback(), 50_000, request.security())),
            charger));
  }

  private static DatagramPacket from(int scope, byte[] datagram) throws Exception {
    byte[] address = InetAddress.getByName("fe80::1234").getAddress();
    return new DatagramPacket(
        Unpooled.copiedBuffer(datagram),
        new InetSocketAddress("::", SdpRequest.PORT),
        new InetSocketAddress(Inet6Address.getByAddress(null, address, scope), 40_000));
  }

  private static SdpResponse answer(EmbeddedChannel server) throws Exception {
    DatagramPacket sent = server.readOutbound();
    assertEquals(
        40_000, sent.recipient().getPort(), "the answer goes where the question came from");
    return SdpResponse.parse(ByteBufUtil.getBytes(sent.content()));
  }

  /** A vehicle may ask as often as it likes, for one and for the other: each time an answer. */
  @Test
  void everyRequestIsAnswered() throws Exception {
    EmbeddedChannel server = server();
    for (int i = 0; i < 50; i++) {
      for (Security wanted : Security.values()) {
        server.writeInbound(from(OUR_INTERFACE, new SdpRequest(wanted).toDatagram()));
        assertEquals(wanted, answer(server).security());
      }
    }
  }

  /** Where TLS is optional a vehicle may do without after all; that is told, once. */
  @Test
  void whoGivesUpTlsIsNoted() throws Exception {
    EmbeddedChannel server = server();
    for (Security wanted :
        new Security[] {
          Security.NONE, Security.TLS, Security.TLS, Security.NONE, Security.NONE, Security.TLS
        }) {
      server.writeInbound(from(OUR_INTERFACE, new SdpRequest(wanted).toDatagram()));
    }
    assertEquals(
        List.of(
            "NONE port 50000",
            "TLS port 50000",
            "TLS port 50000",
            "NONE port 50000; it asked for TLS before and now asks for none",
            "NONE port 50000",
            "TLS port 50000"),
        List.copyOf(charger.discoveries));
  }

  /** Two outlets have an interface each: a vehicle at the other one is not ours. */
  @Test
  void vehiclesOfTheOtherOutletAreNotOurs() throws Exception {
    EmbeddedChannel server = server();
    byte[] request = new SdpRequest(Security.TLS).toDatagram();
    server.writeInbound(from(OUR_INTERFACE + 1, request));
    assertNull(server.readOutbound());
    server.writeInbound(from(OUR_INTERFACE, request));
    assertEquals(Security.TLS, answer(server).security());
  }

  /**
   * SDP of wireless and pantograph vehicles (ISO 15118-20, payload types 0x9002 and 0x9003), other
   * lengths, TCP messages and noise: silence; the next request is answered.
   */
  @Test
  void whatIsNoRequestIsDropped() throws Exception {
    EmbeddedChannel server = server();
    for (String other :
        new String[] {
          "01fe9002000000220000" + "00".repeat(32),
          "01fe9003000000140000",
          "01fe90000000000300 00 00".replace(" ", ""),
          "01fe8001000000028000",
          "",
          "00".repeat(1400)
        }) {
      server.writeInbound(from(OUR_INTERFACE, HexFormat.of().parseHex(other)));
      assertNull(server.readOutbound(), other);
    }
    server.writeInbound(from(OUR_INTERFACE, new SdpRequest(Security.NONE).toDatagram()));
    assertEquals(Security.NONE, answer(server).security());
  }
}
