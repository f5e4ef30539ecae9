package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.dsig.key.X509IssuerSerial;
import energy.ebbflow.iso15118.message.iso2.Body;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.MessageHeader;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.UnitSymbol;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateChain;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.ListOfRootCertificateIds;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.ChargingProfile;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ProfileEntry;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.payment.PaymentDetailsRequest;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.SelectedService;
import energy.ebbflow.iso15118.message.iso2.service.SelectedServiceList;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.status.DcEvErrorCode;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drives a session of ISO 15118-2 in virtual time, as a vehicle and a station would. */
final class Iso2Drive {
  static final String ISO2 = "urn:iso:15118:2:2013:MsgDef";

  private static final ExiCodec<V2gMessage> CODEC = MessageSet.ISO2.codec();
  static final String CONTRACT = "DE8AAA1B2C3D4E";
  static final CertificateChain CHAIN =
      new CertificateChain(Optional.empty(), Octets.ofHex("00"), Optional.empty());
  static final ListOfRootCertificateIds ROOTS =
      new ListOfRootCertificateIds(List.of(new X509IssuerSerial("CN=V2G root", BigInteger.ONE)));
  private static final byte[] FRAME = new byte[PayloadType.MAX_PAYLOAD_BYTES];

  final Drive drive;
  Octets sessionId = Octets.of(new byte[8]);
  DcEvErrorCode error = DcEvErrorCode.NO_ERROR;
  boolean ready = true;

  private Iso2Drive(EnergyService service, Iso2Options options) {
    drive =
        Drive.with(
            new SeccConfig(
                    Set.of(VehicleProtocol.ISO2),
                    List.of(service),
                    List.of(ControlMode.SCHEDULED),
                    2,
                    Optional.of("meter-1"),
                    true,
                    false,
                    SeccTiming.STANDARD)
                .with(options));
    drive.station.targetWatts = 20_000;
  }

  static Iso2Drive dc() {
    return dc(Iso2Options.NONE);
  }

  static Iso2Drive dc(Iso2Options options) {
    return new Iso2Drive(EnergyService.DC, options);
  }

  static Iso2Drive ac() {
    return ac(Iso2Options.NONE);
  }

  static Iso2Drive ac(Iso2Options options) {
    return new Iso2Drive(EnergyService.AC, options);
  }

  Iso2Drive send(BodyElement body) {
    drive.send(message(body));
    drive.last.forEach(this::encodable);
    return this;
  }

  /** Whatever is answered has to survive the wire. */
  private void encodable(SeccEffect effect) {
    if (effect instanceof SeccEffect.Respond respond
        && respond.response() instanceof Iso2Message response) {
      int length = CODEC.encode(response, FRAME, 0);
      assertTrue(length <= PayloadType.SAP_OR_ISO2.maxBytes(), () -> length + " bytes");
      assertEquals(response, CODEC.decode(FRAME, 0, length));
    }
  }

  Iso2Message message(BodyElement body) {
    return new Iso2Message(
        new MessageHeader(sessionId, Optional.empty(), Optional.empty()),
        new Body(Optional.of(body)));
  }

  /** The vehicle has named itself. */
  Iso2Drive toServices() {
    drive.linkUp().send(Requests.sap(ISO2, 2));
    send(setup());
    sessionId = Octets.of(Drive.SESSION_ID);
    return this;
  }

  Iso2Drive toAuthorization() {
    return toServices().send(discovery()).send(payment(PaymentOption.EXTERNAL_PAYMENT, 1));
  }

  Iso2Drive toParameters() {
    toAuthorization();
    drive.station.authorisation = Authorisation.ACCEPTED;
    return send(authorization());
  }

  Iso2Drive toPreCharge() {
    return toParameters()
        .send(dcParameters(EnergyTransferMode.DC_EXTENDED, 400))
        .throughCableCheck();
  }

  Iso2Drive throughCableCheck() {
    send(cableCheck());
    drive.station.pilotReady = true;
    drive.station.closed = true;
    drive.station.volts = 450;
    drive.station.isolation = Isolation.TESTING;
    send(cableCheck());
    drive.station.isolation = Isolation.VALID;
    send(cableCheck());
    drive.station.volts = 10;
    return send(cableCheck());
  }

  Iso2Drive toDcLoop() {
    toPreCharge().send(preCharge(370));
    drive.station.volts = 370;
    return send(power(ChargeProgress.START)).send(demand(30, 380));
  }

  /** From the loop: limits are negotiated anew. */
  Iso2Drive toDcRestart() {
    return send(power(ChargeProgress.RENEGOTIATE))
        .send(dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
  }

  Iso2Drive toAcPower() {
    return toParameters().send(acParameters(32));
  }

  Iso2Drive toAcLoop() {
    toAcPower().send(power(ChargeProgress.START));
    drive.station.pilotReady = true;
    drive.station.closed = true;
    drive.tick();
    return send(new ChargingStatusRequest());
  }

  SessionSetupRequest setup() {
    return new SessionSetupRequest(Octets.ofHex("001122334455"));
  }

  ServiceDiscoveryRequest discovery() {
    return new ServiceDiscoveryRequest(Optional.empty(), Optional.empty());
  }

  ServiceDetailRequest detail(int service) {
    return new ServiceDetailRequest(service);
  }

  PaymentServiceSelectionRequest payment(PaymentOption option, int service) {
    return new PaymentServiceSelectionRequest(
        option, new SelectedServiceList(List.of(new SelectedService(service, Optional.empty()))));
  }

  /** Charging, and these services beside it. */
  PaymentServiceSelectionRequest adding(int first, int second) {
    return new PaymentServiceSelectionRequest(
        PaymentOption.EXTERNAL_PAYMENT,
        new SelectedServiceList(
            List.of(
                new SelectedService(1, Optional.empty()),
                new SelectedService(first, Optional.empty()),
                new SelectedService(second, Optional.empty()))));
  }

  /** Charging, and this service beside it. */
  PaymentServiceSelectionRequest adding(int service, Optional<Integer> parameterSet) {
    return new PaymentServiceSelectionRequest(
        PaymentOption.EXTERNAL_PAYMENT,
        new SelectedServiceList(
            List.of(
                new SelectedService(1, Optional.empty()),
                new SelectedService(service, parameterSet))));
  }

  AuthorizationRequest authorization() {
    return new AuthorizationRequest(Optional.empty(), Optional.empty());
  }

  ChargeParameterDiscoveryRequest dcParameters(EnergyTransferMode mode, int voltsMax) {
    return new ChargeParameterDiscoveryRequest(
        Optional.empty(),
        mode,
        new DcEvChargeParameter(
            Optional.of(7_200L),
            status(),
            amps(120),
            Optional.of(new PhysicalValue(1, UnitSymbol.W, 4_000)),
            volts(voltsMax),
            Optional.empty(),
            Optional.empty(),
            Optional.of(95),
            Optional.empty()));
  }

  /** What a vehicle says that gives: limits below zero, and where it is to end. */
  ChargeParameterDiscoveryRequest dischargeParameters(
      int ampsMax, Optional<Integer> wattsMax, Optional<Integer> bulkSoc) {
    return new ChargeParameterDiscoveryRequest(
        Optional.empty(),
        EnergyTransferMode.DC_EXTENDED,
        new DcEvChargeParameter(
            Optional.empty(),
            status(),
            amps(ampsMax),
            wattsMax.map(watts -> new PhysicalValue(0, UnitSymbol.W, watts)),
            volts(400),
            Optional.empty(),
            Optional.empty(),
            Optional.of(100),
            bulkSoc));
  }

  ChargeParameterDiscoveryRequest acParameters(int ampsMax) {
    return acParameters(ampsMax, Optional.empty(), Optional.of(7_200L));
  }

  ChargeParameterDiscoveryRequest acParameters(
      int ampsMax, Optional<Integer> entries, Optional<Long> departure) {
    return new ChargeParameterDiscoveryRequest(
        entries,
        EnergyTransferMode.AC_THREE_PHASE_CORE,
        new AcEvChargeParameter(
            departure,
            new PhysicalValue(1, UnitSymbol.WH, 1_500),
            volts(400),
            amps(ampsMax),
            amps(6)));
  }

  CableCheckRequest cableCheck() {
    return new CableCheckRequest(status());
  }

  PreChargeRequest preCharge(int target) {
    return new PreChargeRequest(status(), volts(target), amps(2));
  }

  /** The same with a profile of steps: start in s, power in W, in turns. */
  PowerDeliveryRequest start(int tuple, int... profile) {
    List<ProfileEntry> entries = new ArrayList<>();
    for (int i = 0; i < profile.length; i += 2) {
      entries.add(
          new ProfileEntry(
              profile[i], new PhysicalValue(0, UnitSymbol.W, profile[i + 1]), Optional.empty()));
    }
    return new PowerDeliveryRequest(
        ChargeProgress.START, tuple, Optional.of(new ChargingProfile(entries)), Optional.empty());
  }

  PowerDeliveryRequest power(ChargeProgress progress) {
    return power(progress, 1, Optional.empty());
  }

  PowerDeliveryRequest power(ChargeProgress progress, int tuple, Optional<Integer> profileWatts) {
    return new PowerDeliveryRequest(
        progress,
        tuple,
        profileWatts.map(
            watts ->
                new ChargingProfile(
                    List.of(
                        new ProfileEntry(
                            0, new PhysicalValue(0, UnitSymbol.W, watts), Optional.empty())))),
        drive.isAc()
            ? Optional.empty()
            : Optional.of(new DcEvPowerDeliveryParameter(status(), Optional.empty(), false)));
  }

  CurrentDemandRequest demand(int target, int voltage) {
    return demand(target, voltage, 110, Optional.empty());
  }

  CurrentDemandRequest demand(int target, int voltage, int ampsMax, Optional<Integer> wattsMax) {
    return new CurrentDemandRequest(
        status(),
        amps(target),
        Optional.of(volts(400)),
        Optional.of(amps(ampsMax)),
        wattsMax.map(watts -> new PhysicalValue(0, UnitSymbol.W, watts)),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        volts(voltage));
  }

  WeldingDetectionRequest welding() {
    return new WeldingDetectionRequest(status());
  }

  MeteringReceiptRequest receipt() {
    return new MeteringReceiptRequest(
        Optional.empty(),
        sessionId,
        Optional.of(1),
        new MeterInfo(
            "meter-1", Optional.of(1234L), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  SessionStopRequest stop(ChargingSession how) {
    return new SessionStopRequest(how);
  }

  /** One of every request of both kinds of current. */
  List<BodyElement> all() {
    return new ArrayList<>(
        List.of(
            setup(),
            discovery(),
            detail(1),
            payment(PaymentOption.EXTERNAL_PAYMENT, 1),
            authorization(),
            dcParameters(EnergyTransferMode.DC_EXTENDED, 400),
            acParameters(32),
            cableCheck(),
            preCharge(370),
            power(ChargeProgress.START),
            power(ChargeProgress.RENEGOTIATE),
            power(ChargeProgress.STOP),
            demand(30, 380),
            new ChargingStatusRequest(),
            welding(),
            receipt(),
            new PaymentDetailsRequest(CONTRACT, CHAIN),
            new CertificateInstallationRequest("id1", Octets.ofHex("00"), ROOTS),
            new CertificateUpdateRequest("id1", CHAIN, CONTRACT, ROOTS),
            stop(ChargingSession.TERMINATE),
            stop(ChargingSession.PAUSE)));
  }

  /** The one response of the last step. */
  <T extends BodyElement> T response(Class<T> type) {
    return type.cast(body());
  }

  BodyElement body() {
    List<BodyElement> bodies =
        drive.last.stream()
            .filter(SeccEffect.Respond.class::isInstance)
            .map(effect -> (Iso2Message) ((SeccEffect.Respond) effect).response())
            .map(message -> message.body().bodyElement().orElseThrow())
            .toList();
    assertEquals(1, bodies.size(), () -> "one response expected in " + drive.last);
    return bodies.getFirst();
  }

  /** The last step was refused with this code, and the session is over. */
  void refused(String code) {
    assertTrue(
        drive.effect(SeccEffect.SessionFailed.class).reason().startsWith(code + ": "),
        () -> drive.last.toString());
    assertTrue(body().toString().contains("responseCode=" + constant(code)), () -> "" + body());
    assertTrue(drive.did(SeccEffect.CloseLink.class));
    assertTrue(drive.session.ended());
  }

  private static String constant(String wireName) {
    for (energy.ebbflow.iso15118.message.iso2.ResponseCode code :
        energy.ebbflow.iso15118.message.iso2.ResponseCode.values()) {
      if (code.wireName().equals(wireName)) {
        return code.name();
      }
    }
    throw new AssertionError("no code " + wireName);
  }

  private DcEvStatus status() {
    return new DcEvStatus(ready, error, 52);
  }

  private static PhysicalValue volts(int value) {
    return new PhysicalValue(0, UnitSymbol.V, value);
  }

  private static PhysicalValue amps(int value) {
    return new PhysicalValue(0, UnitSymbol.A, value);
  }
}
