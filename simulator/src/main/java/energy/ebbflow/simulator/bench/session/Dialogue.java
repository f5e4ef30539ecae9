package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.EimAReqAuthorizationMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue.IntValue;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A session of ISO 15118-20 with DC, dynamic control and EIM, as straight as it goes into the
 * charge loop. Belongs to one thread.
 */
final class Dialogue {
  private static final String ISO20_DC = "urn:iso:std:iso:15118:-20:DC";
  private static final String CONTROL_MODE = "ControlMode";
  private static final int DYNAMIC = 2;
  private static final int DC = 2;

  /** Between two requests of the same kind while the charger is busy. */
  private static final long POLL_MILLIS = 20;

  /** Longest that the charger may be busy: V2G_EVCC_CableCheck_Timeout, and to spare. */
  private static final int POLLS_MAX = 3_000;

  private final Wire wire;
  private final ExiCodec<V2gMessage> app = MessageSet.APP.codec();
  private final ExiCodec<V2gMessage> common = MessageSet.ISO20.codec();
  private final ExiCodec<V2gMessage> dc = MessageSet.ISO20_DC.codec();
  private final byte[] frame = new byte[V2gtpHeader.BYTES + PayloadType.MAX_PAYLOAD_BYTES];
  private Octets session = Octets.of(new byte[8]);

  /** What was measured before the loop, ns. */
  record Opening(long firstNanos, long chargeParametersNanos) {}

  Dialogue(Wire wire) {
    this.wire = wire;
  }

  /** Everything up to charge parameter discovery. */
  Opening open() throws IOException {
    SupportedAppProtocolResponse chosen =
        answer(
            SupportedAppProtocolResponse.class,
            app,
            PayloadType.SAP_OR_ISO2,
            new SupportedAppProtocolRequest(List.of(new AppProtocol(ISO20_DC, 1, 0, 1, 1))));
    long first = wire.responseNanos();
    if (chosen.schemaId().isEmpty()) {
      throw new IOException("the charger chose no protocol: " + chosen.responseCode());
    }
    session = ask(new SessionSetupRequest(header(), "WMIV1BENCHEX")).header().sessionId();
    ask(new AuthorizationSetupRequest(header()));
    until(
        AuthorizationResponse.class,
        () -> new AuthorizationRequest(header(), Authorization.EIM, new EimAReqAuthorizationMode()),
        response -> response.evseProcessing() == Processing.FINISHED);
    ask(new ServiceDiscoveryRequest(header(), Optional.empty()));
    ServiceDetailResponse detail =
        cast(ServiceDetailResponse.class, ask(new ServiceDetailRequest(header(), DC)));
    ask(
        new ServiceSelectionRequest(
            header(), new SelectedService(DC, dynamic(detail)), Optional.empty()));
    exchange(dc, PayloadType.ISO20_DC, Numbers.chargeParameters(header()));
    return new Opening(first, wire.responseNanos());
  }

  private static int dynamic(ServiceDetailResponse detail) throws IOException {
    for (ParameterSet set : detail.serviceParameterList().parameterSet()) {
      for (Parameter parameter : set.parameter()) {
        if (parameter.name().equals(CONTROL_MODE)
            && parameter.parameterValue() instanceof IntValue mode
            && mode.value() == DYNAMIC) {
          return set.parameterSetId();
        }
      }
    }
    throw new IOException("the charger offers no dynamic control");
  }

  /** From charge parameter discovery into the charge loop. */
  void start() throws IOException {
    until(
        ScheduleExchangeResponse.class,
        () -> Numbers.scheduleExchange(header()),
        response -> response.evseProcessing() == Processing.FINISHED);
    until(
        DcCableCheckResponse.class,
        () -> new DcCableCheckRequest(header()),
        response -> response.evseProcessing() == Processing.FINISHED);
    until(
        DcPreChargeResponse.class,
        () -> Numbers.preCharge(header()),
        response -> Numbers.matches(response.evsePresentVoltage()));
    ask(Numbers.powerDelivery(header()));
  }

  /**
   * One turn of the charge loop, with a request that was encoded beforehand.
   *
   * @return the response time, ns
   */
  long loop(byte[] request) throws IOException {
    answer(request);
    return wire.responseNanos();
  }

  /** The same; returns what the charger says. */
  Iso20Response answer(byte[] request) throws IOException {
    int length = wire.exchange(request, request.length);
    return requireOk(decode(dc, length));
  }

  /** A request of the charge loop, header of the frame included. */
  byte[] loopRequest() {
    int length = encode(dc, PayloadType.ISO20_DC, Numbers.loop(header()));
    return java.util.Arrays.copyOf(frame, length);
  }

  private MessageHeader header() {
    return new MessageHeader(session, Instant.now().getEpochSecond(), Optional.empty());
  }

  private Iso20Response ask(V2gMessage request) throws IOException {
    // The messages of DC have a payload type of their own.
    boolean ofDc = request.getClass().getPackageName().endsWith(".dc");
    return exchange(
        ofDc ? dc : common, ofDc ? PayloadType.ISO20_DC : PayloadType.ISO20_MAIN, request);
  }

  private Iso20Response exchange(ExiCodec<V2gMessage> codec, PayloadType type, V2gMessage request)
      throws IOException {
    return requireOk(answer(V2gMessage.class, codec, type, request));
  }

  private <T extends V2gMessage> T answer(
      Class<T> expected, ExiCodec<V2gMessage> codec, PayloadType type, V2gMessage request)
      throws IOException {
    int length = wire.exchange(frame, encode(codec, type, request));
    return cast(expected, decode(codec, length));
  }

  private static <T> T cast(Class<T> expected, Object came) throws IOException {
    if (!expected.isInstance(came)) {
      throw new IOException("expected " + expected.getSimpleName() + ", the charger sent " + came);
    }
    return expected.cast(came);
  }

  private <T> void until(
      Class<T> expected, Supplier<V2gMessage> request, java.util.function.Predicate<T> done)
      throws IOException {
    for (int i = 0; i < POLLS_MAX; i++) {
      if (done.test(cast(expected, ask(request.get())))) {
        return;
      }
      Pause.millis(POLL_MILLIS);
    }
    throw new IOException("the charger was busy for too long with " + expected.getSimpleName());
  }

  private int encode(ExiCodec<V2gMessage> codec, PayloadType type, V2gMessage message) {
    int length = codec.encode(message, frame, V2gtpHeader.BYTES);
    new V2gtpHeader(type, length).write(frame, 0);
    return V2gtpHeader.BYTES + length;
  }

  private V2gMessage decode(ExiCodec<V2gMessage> codec, int length) throws IOException {
    try {
      return codec.decode(wire.buffer(), V2gtpHeader.BYTES, length);
    } catch (ExiException refused) {
      throw new IOException("the charger's response: " + refused.getMessage(), refused);
    }
  }

  private static Iso20Response requireOk(V2gMessage message) throws IOException {
    Iso20Response response = cast(Iso20Response.class, message);
    if (response.responseCode().name().startsWith("FAILED")) {
      throw new IOException(
          response.getClass().getSimpleName() + ": " + response.responseCode().wireName());
    }
    return response;
  }
}
