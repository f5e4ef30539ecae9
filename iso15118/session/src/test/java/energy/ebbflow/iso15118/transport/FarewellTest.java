package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The end of a session: the vehicle closes first, and the next one does not wait for it. */
final class FarewellTest {
  private final ChargerSide charger = new ChargerSide();

  /** The choice of a protocol and the last pair of messages in it. */
  private record Words(
      SupportedAppProtocolRequest choice, V2gMessage request, V2gMessage response) {
    Words(String namespace, int major, V2gMessage request, V2gMessage response) {
      this(
          new SupportedAppProtocolRequest(List.of(new AppProtocol(namespace, major, 0, 7, 1))),
          request,
          response);
    }
  }

  private static Words iso20() {
    MessageHeader header = new MessageHeader(Octets.of(new byte[8]), 0, Optional.empty());
    return new Words(
        "urn:iso:std:iso:15118:-20:DC",
        1,
        new SessionStopRequest(
            header, ChargingSession.TERMINATE, Optional.empty(), Optional.empty()),
        new SessionStopResponse(header, ResponseCode.OK));
  }

  private static Words iso2() {
    var header =
        new energy.ebbflow.iso15118.message.iso2.MessageHeader(
            Octets.of(new byte[8]), Optional.empty(), Optional.empty());
    return new Words(
        Namespaces.ISO2_MSG_DEF,
        2,
        new Iso2Message(
            header,
            new energy.ebbflow.iso15118.message.iso2.Body(
                Optional.of(
                    new energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest(
                        energy.ebbflow.iso15118.message.iso2.session.ChargingSession.TERMINATE)))),
        new Iso2Message(
            header,
            new energy.ebbflow.iso15118.message.iso2.Body(
                Optional.of(
                    new energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse(
                        energy.ebbflow.iso15118.message.iso2.ResponseCode.OK)))));
  }

  private static Words din() {
    var header =
        new energy.ebbflow.iso15118.message.din.MessageHeader(
            Octets.of(new byte[8]), Optional.empty(), Optional.empty());
    return new Words(
        Namespaces.DIN_MSG_DEF,
        2,
        new DinMessage(
            header,
            new energy.ebbflow.iso15118.message.din.Body(
                Optional.of(new energy.ebbflow.iso15118.message.din.session.SessionStopRequest()))),
        new DinMessage(
            header,
            new energy.ebbflow.iso15118.message.din.Body(
                Optional.of(
                    new energy.ebbflow.iso15118.message.din.session.SessionStopResponse(
                        energy.ebbflow.iso15118.message.din.ResponseCode.OK)))));
  }

  /**
   * [V2G20-1643]: the vehicle has 5 s to close. It is not hurried by our half of the connection,
   * and waits no longer once another one has said goodbye, too.
   */
  @Test
  void vehicleClosesFirst() throws Exception {
    vehicleClosesFirst(iso20());
  }

  /** ISO 15118-2: cars dislike a connection that is shut down with the last response. */
  @Test
  void vehicleOfIso2ClosesFirst() throws Exception {
    vehicleClosesFirst(iso2());
  }

  /** The same of DIN SPEC 70121. */
  @Test
  void vehicleOfDinClosesFirst() throws Exception {
    vehicleClosesFirst(din());
  }

  private void vehicleClosesFirst(Words words) throws Exception {
    SeccServerConfig config = new SeccServerConfig(Optional.empty(), TlsPolicy.OFF, true, 0, 0, 0);
    try (SeccServer server = SeccServer.start(config, Optional.empty(), charger, charger)) {
      VehicleSide first = new VehicleSide();
      VehicleSide second = new VehicleSide();
      VehicleSide third = new VehicleSide();
      try (VehicleLink one = connect(server, first)) {
        choose(one, first, words);
        sayGoodbye(one, first, words);
        // Connected only now: while a session is on, others are refused.
        try (VehicleLink two = connect(server, second)) {
          // Its way passes over the same thread: what that had for the first has left.
          choose(two, second, words);
          assertNotHurried(first);
          sayGoodbye(two, second, words);
          assertNotHurried(second);
          ChargerSide.take(first.closed, "the end of the first: another one waits now");
        }
      }
      try (VehicleLink three = connect(server, third)) {
        choose(three, third, words);
        sayGoodbye(three, third, words);
        assertTrue(third.closed.isEmpty());
      }
    }
  }

  /** A vehicle that stays is left after 5 s, and not before (V2G20-1643). */
  @Test
  void vehicleThatStaysIsLeft() throws Exception {
    SeccServerConfig config = new SeccServerConfig(Optional.empty(), TlsPolicy.OFF, true, 0, 0, 0);
    try (SeccServer server = SeccServer.start(config, Optional.empty(), charger, charger)) {
      VehicleSide vehicle = new VehicleSide();
      try (VehicleLink link = connect(server, vehicle)) {
        choose(link, vehicle, iso20());
        long before = System.nanoTime();
        sayGoodbye(link, vehicle, iso20());
        ChargerSide.take(vehicle.closed, "the end of the connection");
        Duration stayed = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(stayed.compareTo(Duration.ofMillis(4900)) > 0, () -> "closed after " + stayed);
      }
    }
  }

  private static void assertNotHurried(VehicleSide side) {
    assertEquals(
        "nothing",
        Optional.ofNullable(side.closed.peek()).orElse("nothing"),
        "the vehicle is not hurried");
  }

  private void choose(VehicleLink link, VehicleSide side, Words words) throws Exception {
    link.send(words.choice());
    charger.next(SeccInput.LinkUp.class);
    charger.next().link().send(VehicleSide.SAP_OK);
    assertEquals(VehicleSide.SAP_OK, ChargerSide.take(side.received, "the answer"));
  }

  private void sayGoodbye(VehicleLink link, VehicleSide side, Words words) throws Exception {
    link.send(words.request());
    SeccLink session = charger.next().link();
    session.send(words.response());
    session.close("session ended");
    assertEquals(words.response(), ChargerSide.take(side.received, "the goodbye"));
    charger.next(SeccInput.LinkDown.class);
  }

  private static VehicleLink connect(SeccServer server, VehicleSide side)
      throws TransportException {
    return VehicleLink.connect(
        new InetSocketAddress(server.address(), server.tcpPort().orElseThrow()),
        Optional.empty(),
        side,
        FrameTap.none());
  }
}
