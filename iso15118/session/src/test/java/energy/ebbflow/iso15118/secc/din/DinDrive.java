package energy.ebbflow.iso15118.secc.din;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.din.Body;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.din.MessageHeader;
import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.UnitSymbol;
import energy.ebbflow.iso15118.message.din.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.charge.ChargingProfile;
import energy.ebbflow.iso15118.message.din.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.charge.ProfileEntry;
import energy.ebbflow.iso15118.message.din.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.din.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.din.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationRequest;
import energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.service.SelectedService;
import energy.ebbflow.iso15118.message.din.service.SelectedServiceList;
import energy.ebbflow.iso15118.message.din.service.ServiceCategory;
import energy.ebbflow.iso15118.message.din.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionRequest;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.din.status.DcEvErrorCode;
import energy.ebbflow.iso15118.message.din.status.DcEvStatus;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Drives a session of DIN 70121 in virtual time, as a vehicle and a station would. */
public final class DinDrive {
  public static final String DIN = "urn:din:70121:2012:MsgDef";

  public final Drive drive;
  // What a vehicle sends first: one byte of 0.
  public Octets sessionId = Octets.of(new byte[1]);
  public DcEvErrorCode error = DcEvErrorCode.NO_ERROR;
  public boolean ready = true;

  private DinDrive(int connector) {
    drive = Drive.with(config(connector));
    drive.station.targetWatts = 20_000;
  }

  public static SeccConfig config(int connector) {
    return new SeccConfig(
        Set.of(VehicleProtocol.DIN, VehicleProtocol.ISO2),
        List.of(EnergyService.DC),
        List.of(ControlMode.SCHEDULED),
        connector,
        Optional.of("meter-1"),
        true,
        false,
        SeccTiming.STANDARD);
  }

  public static DinDrive car() {
    return new DinDrive(2);
  }

  public static DinDrive atConnector(int connector) {
    return new DinDrive(connector);
  }

  public DinDrive send(BodyElement body) {
    drive.send(message(body));
    return this;
  }

  public DinMessage message(BodyElement body) {
    return new DinMessage(
        new MessageHeader(sessionId, Optional.empty(), Optional.empty()),
        new Body(Optional.of(body)));
  }

  public DinDrive toSetup() {
    drive.input(new SeccInput.LinkUp(false, false)).send(Requests.sap(DIN, 2));
    return this;
  }

  public DinDrive toDiscovery() {
    toSetup().send(setup());
    sessionId = Octets.of(Drive.SESSION_ID);
    return this;
  }

  public DinDrive toPayment() {
    return toDiscovery().send(discovery());
  }

  public DinDrive toAuthentication() {
    return toPayment().send(payment(PaymentOption.EXTERNAL_PAYMENT, 1));
  }

  public DinDrive toParameters() {
    toAuthentication();
    drive.station.authorisation = Authorisation.ACCEPTED;
    return send(authentication());
  }

  public DinDrive toCableCheck() {
    return toParameters().send(parameters(EvRequestedEnergyTransfer.DC_EXTENDED, 400));
  }

  public DinDrive toPreCharge() {
    toCableCheck();
    drive.station.pilotReady = true;
    send(cableCheck());
    drive.station.closed = true;
    drive.station.volts = 450;
    drive.station.isolation = Isolation.TESTING;
    send(cableCheck());
    drive.station.isolation = Isolation.VALID;
    send(cableCheck());
    drive.station.volts = 10;
    return send(cableCheck());
  }

  public DinDrive toPower() {
    toPreCharge().send(preCharge(370));
    drive.station.volts = 370;
    return send(preCharge(370));
  }

  public DinDrive toLoop() {
    return toPower().send(power(true)).send(demand(30, 380));
  }

  public DinDrive toWelding() {
    toLoop().send(power(false));
    drive.station.closed = false;
    drive.tick();
    return this;
  }

  public SessionSetupRequest setup() {
    return new SessionSetupRequest(Octets.ofHex("001122334455"));
  }

  public ServiceDiscoveryRequest discovery() {
    return new ServiceDiscoveryRequest(Optional.empty(), Optional.of(ServiceCategory.EV_CHARGING));
  }

  public ServicePaymentSelectionRequest payment(PaymentOption option, int... services) {
    return new ServicePaymentSelectionRequest(
        option,
        new SelectedServiceList(
            IntStream.of(services)
                .mapToObj(service -> new SelectedService(service, Optional.empty()))
                .toList()));
  }

  public ContractAuthenticationRequest authentication() {
    return new ContractAuthenticationRequest(Optional.empty(), Optional.empty());
  }

  public ChargeParameterDiscoveryRequest parameters(
      EvRequestedEnergyTransfer transfer, int voltsMax) {
    return new ChargeParameterDiscoveryRequest(
        transfer,
        new DcEvChargeParameter(
            status(),
            amps(120),
            // Some vehicles leave the unit out.
            Optional.of(new PhysicalValue(1, Optional.empty(), 4_000)),
            volts(voltsMax),
            Optional.of(new PhysicalValue(2, Optional.of(UnitSymbol.WH), 500)),
            Optional.of(new PhysicalValue(2, Optional.of(UnitSymbol.WH), 200)),
            Optional.of(95),
            Optional.of(80)));
  }

  public ChargeParameterDiscoveryRequest acParameters(EvRequestedEnergyTransfer transfer) {
    return new ChargeParameterDiscoveryRequest(
        transfer, new AcEvChargeParameter(7_200, amps(0), volts(230), amps(32), amps(6)));
  }

  public CableCheckRequest cableCheck() {
    return new CableCheckRequest(status());
  }

  public PreChargeRequest preCharge(int target) {
    return new PreChargeRequest(status(), volts(target), amps(2));
  }

  public PowerDeliveryRequest power(boolean on) {
    return power(on, Optional.empty());
  }

  /** With a profile of the most a 16-bit number of watts can say, for this schedule. */
  public PowerDeliveryRequest power(boolean on, Optional<Integer> tuple) {
    return new PowerDeliveryRequest(
        on,
        tuple.map(id -> new ChargingProfile(id, List.of(new ProfileEntry(0, Short.MAX_VALUE)))),
        Optional.of(new DcEvPowerDeliveryParameter(status(), Optional.of(false), !on)));
  }

  public CurrentDemandRequest demand(int target, int voltage) {
    return new CurrentDemandRequest(
        status(),
        amps(target),
        Optional.of(volts(400)),
        Optional.of(amps(110)),
        Optional.empty(),
        Optional.of(false),
        false,
        Optional.of(new PhysicalValue(2, Optional.of(UnitSymbol.S), 36)),
        Optional.of(new PhysicalValue(2, Optional.of(UnitSymbol.S), 18)),
        volts(voltage));
  }

  public WeldingDetectionRequest welding() {
    return new WeldingDetectionRequest(status());
  }

  public SessionStopRequest stop() {
    return new SessionStopRequest();
  }

  /** One of every request, those that DIN 70121 does not use among them. */
  public List<BodyElement> all() {
    return List.of(
        setup(),
        discovery(),
        payment(PaymentOption.EXTERNAL_PAYMENT, 1),
        authentication(),
        parameters(EvRequestedEnergyTransfer.DC_EXTENDED, 400),
        cableCheck(),
        preCharge(370),
        power(true),
        power(false),
        demand(30, 380),
        welding(),
        stop(),
        new ServiceDetailRequest(1),
        new ChargingStatusRequest());
  }

  public <T extends BodyElement> T response(Class<T> type) {
    return type.cast(body());
  }

  /** The one response of the last step. */
  public BodyElement body() {
    List<DinMessage> messages =
        drive.last.stream()
            .filter(SeccEffect.Respond.class::isInstance)
            .map(effect -> (DinMessage) ((SeccEffect.Respond) effect).response())
            .toList();
    assertEquals(1, messages.size(), () -> "one response expected in " + drive.last);
    assertEquals(Octets.of(Drive.SESSION_ID), messages.getFirst().header().sessionId());
    return messages.getFirst().body().bodyElement().orElseThrow();
  }

  /** The last step was refused with this code, and the session is over. */
  public void refused(ResponseCode code) {
    assertTrue(
        drive.effect(SeccEffect.SessionFailed.class).reason().startsWith(code.wireName() + ": "),
        () -> drive.last.toString());
    assertTrue(
        body().toString().contains("responseCode=" + code.name() + ",")
            || body().toString().contains("responseCode=" + code.name() + "]"),
        () -> "" + body());
    assertTrue(drive.did(SeccEffect.CloseLink.class));
    assertTrue(drive.session.ended());
  }

  private DcEvStatus status() {
    return new DcEvStatus(ready, Optional.empty(), Optional.empty(), error, 52);
  }

  private static PhysicalValue volts(int value) {
    return new PhysicalValue(0, Optional.of(UnitSymbol.V), value);
  }

  private static PhysicalValue amps(int value) {
    return new PhysicalValue(0, Optional.of(UnitSymbol.A), value);
  }
}
