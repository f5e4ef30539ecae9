package energy.ebbflow.iso15118.secc;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.dsig.key.X509IssuerSerial;
import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.EimAReqAuthorizationMode;
import energy.ebbflow.iso15118.message.iso20.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.iso20.certificate.ListOfRootCertificateIds;
import energy.ebbflow.iso15118.message.iso20.certificate.SignedCertificateChain;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.metering.DynamicSmdtControlMode;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.metering.SignedMeteringData;
import energy.ebbflow.iso15118.message.iso20.parking.EvCheckInStatus;
import energy.ebbflow.iso15118.message.iso20.parking.EvCheckOutStatus;
import energy.ebbflow.iso15118.message.iso20.parking.ParkingMethod;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutRequest;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfile;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfileEntryList;
import energy.ebbflow.iso15118.message.iso20.power.EvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.ScheduledEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requests of a 400 V vehicle, with a session id. */
public record Requests(Octets sessionId) {
  public static final Octets ZERO = Octets.of(new byte[8]);
  public static final String ISO20_DC = "urn:iso:std:iso:15118:-20:DC";
  public static final int DYNAMIC_SET = 1;
  public static final int SCHEDULED_SET = 2;
  public static final String ISO20_AC = "urn:iso:std:iso:15118:-20:AC";
  public static final int AC = 1;
  public static final int AC_BPT = 5;
  public static final int DC = 2;
  public static final int DC_BPT = 6;

  public static SupportedAppProtocolRequest sap() {
    return sap(ISO20_DC);
  }

  public static SupportedAppProtocolRequest sap(String namespace) {
    return sap(namespace, 1);
  }

  public static SupportedAppProtocolRequest sap(String namespace, int major) {
    return new SupportedAppProtocolRequest(List.of(new AppProtocol(namespace, major, 0, 7, 1)));
  }

  public MessageHeader header() {
    return new MessageHeader(sessionId, 1_780_000_000L, Optional.empty());
  }

  public SessionSetupRequest setup() {
    return new SessionSetupRequest(header(), "WMIV1234567890ABCDEX");
  }

  public AuthorizationSetupRequest authorizationSetup() {
    return new AuthorizationSetupRequest(header());
  }

  public AuthorizationRequest authorization() {
    return new AuthorizationRequest(header(), Authorization.EIM, new EimAReqAuthorizationMode());
  }

  public AuthorizationRequest plugAndCharge() {
    return new AuthorizationRequest(header(), Authorization.PNC, new EimAReqAuthorizationMode());
  }

  public ServiceDiscoveryRequest discovery() {
    return new ServiceDiscoveryRequest(header(), Optional.empty());
  }

  public ServiceDetailRequest detail(int service) {
    return new ServiceDetailRequest(header(), service);
  }

  public ServiceSelectionRequest select(int service, int set) {
    return new ServiceSelectionRequest(
        header(), new SelectedService(service, set), Optional.empty());
  }

  public DcChargeParameterDiscoveryRequest bptParameters() {
    return bptParameters(20_000, 400);
  }

  public DcChargeParameterDiscoveryRequest bptParameters(double dischargeWatts, double voltsMax) {
    return new DcChargeParameterDiscoveryRequest(
        header(),
        new BptDcCpdReqEnergyTransferMode(
            watts(20_000),
            watts(0),
            number(60),
            number(0),
            number(voltsMax),
            number(300),
            Optional.of(80),
            watts(dischargeWatts),
            watts(0),
            number(60),
            number(0)));
  }

  public DcChargeParameterDiscoveryRequest dcParameters() {
    return new DcChargeParameterDiscoveryRequest(
        header(),
        new DcCpdReqEnergyTransferMode(
            watts(20_000),
            watts(0),
            number(60),
            number(0),
            number(400),
            number(300),
            Optional.empty()));
  }

  public AcChargeParameterDiscoveryRequest acParameters(double dischargeWatts) {
    return new AcChargeParameterDiscoveryRequest(
        header(),
        new BptAcCpdReqEnergyTransferMode(
            watts(11_000),
            Optional.empty(),
            Optional.empty(),
            watts(0),
            Optional.empty(),
            Optional.empty(),
            watts(dischargeWatts),
            Optional.empty(),
            Optional.empty(),
            watts(0),
            Optional.empty(),
            Optional.empty()));
  }

  /** Three phases named apart: 3.6 kW each. */
  public AcChargeLoopRequest acLoop() {
    Optional<RationalNumber> phase = Optional.of(watts(3_600));
    Optional<RationalNumber> zero = Optional.of(watts(0));
    return new AcChargeLoopRequest(
        header(),
        Optional.empty(),
        true,
        new BptDynamicAcClReqControlMode(
            Optional.empty(),
            watts(11_000),
            watts(19_000),
            watts(-6_000),
            watts(3_600),
            phase,
            phase,
            watts(0),
            zero,
            zero,
            watts(3_500),
            phase,
            phase,
            watts(0),
            zero,
            zero,
            watts(3_000),
            Optional.of(watts(3_000)),
            Optional.of(watts(3_000)),
            watts(0),
            zero,
            zero,
            Optional.empty(),
            Optional.empty()));
  }

  public ScheduleExchangeRequest dynamicSchedule() {
    return new ScheduleExchangeRequest(
        header(),
        1024,
        new DynamicSeReqControlMode(
            28_800,
            Optional.of(30),
            Optional.of(80),
            watts(12_000),
            watts(20_000),
            watts(-5_000),
            Optional.empty(),
            Optional.empty()));
  }

  public ScheduleExchangeRequest scheduledSchedule() {
    return scheduledSchedule(1024);
  }

  public ScheduleExchangeRequest scheduledSchedule(int points) {
    return new ScheduleExchangeRequest(
        header(),
        points,
        new ScheduledSeReqControlMode(
            Optional.of(28_800L),
            Optional.of(watts(12_000)),
            Optional.of(watts(20_000)),
            Optional.of(watts(-5_000)),
            Optional.empty()));
  }

  public DcCableCheckRequest cableCheck() {
    return new DcCableCheckRequest(header());
  }

  public DcPreChargeRequest preCharge(double target) {
    return new DcPreChargeRequest(header(), Processing.ONGOING, number(0), number(target));
  }

  public PowerDeliveryRequest power(ChargeProgress progress) {
    return new PowerDeliveryRequest(
        header(), Processing.FINISHED, progress, Optional.empty(), Optional.empty());
  }

  public PowerDeliveryRequest stillComputing() {
    return new PowerDeliveryRequest(
        header(), Processing.ONGOING, ChargeProgress.START, Optional.empty(), Optional.empty());
  }

  public PowerDeliveryRequest startWithSchedule(long tuple) {
    return new PowerDeliveryRequest(
        header(),
        Processing.FINISHED,
        ChargeProgress.START,
        Optional.of(
            new EvPowerProfile(
                1_780_000_000L,
                new ScheduledEvpptControlMode(tuple, Optional.empty()),
                new EvPowerProfileEntryList(
                    List.of(
                        new PowerScheduleEntry(
                            3600, watts(10_000), Optional.empty(), Optional.empty()))))),
        Optional.empty());
  }

  /** A start with the profile of {@code watts}, an hour each, from {@code anchor}. */
  public PowerDeliveryRequest startWithProfile(
      long anchor, EvpptControlMode mode, double... watts) {
    List<PowerScheduleEntry> entries = new ArrayList<>();
    for (double value : watts) {
      entries.add(new PowerScheduleEntry(3_600, watts(value), Optional.empty(), Optional.empty()));
    }
    return new PowerDeliveryRequest(
        header(),
        Processing.FINISHED,
        ChargeProgress.START,
        Optional.of(new EvPowerProfile(anchor, mode, new EvPowerProfileEntryList(entries))),
        Optional.empty());
  }

  public DcChargeLoopRequest loop() {
    return loop(
        true,
        new BptDynamicDcClReqControlMode(
            Optional.of(28_000L),
            watts(11_000),
            watts(19_000),
            watts(-6_000),
            watts(19_000),
            watts(0),
            number(55),
            number(400),
            number(300),
            watts(18_000),
            watts(0),
            number(54),
            Optional.empty(),
            Optional.empty()));
  }

  public DcChargeLoopRequest dcLoop(double chargeWatts) {
    return loop(
        true,
        new DynamicDcClReqControlMode(
            Optional.empty(),
            watts(11_000),
            watts(19_000),
            watts(-6_000),
            watts(chargeWatts),
            watts(0),
            number(55),
            number(400),
            number(300)));
  }

  public DcChargeLoopRequest scheduledLoop(double amps, double volts) {
    return loop(
        false,
        new ScheduledDcClReqControlMode(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            number(amps),
            number(volts),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  public DcChargeLoopRequest loop(boolean meter, DcClReqControlMode mode) {
    return new DcChargeLoopRequest(
        header(),
        Optional.of(
            new DisplayParameters(
                Optional.of(52),
                Optional.of(30),
                Optional.of(80),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        meter,
        number(370),
        mode);
  }

  public DcWeldingDetectionRequest welding(Processing processing) {
    return new DcWeldingDetectionRequest(header(), processing);
  }

  public SessionStopRequest stop(ChargingSession how) {
    return new SessionStopRequest(header(), how, Optional.empty(), Optional.empty());
  }

  public VehicleCheckInRequest checkIn() {
    return new VehicleCheckInRequest(
        header(),
        EvCheckInStatus.CHECK_IN,
        ParkingMethod.MANUAL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Confirms a reading in dynamic control. */
  public MeteringConfirmationRequest confirm(MeterInfo reading) {
    return new MeteringConfirmationRequest(
        header(),
        new SignedMeteringData(
            "id1", sessionId, reading, Optional.empty(), new DynamicSmdtControlMode()));
  }

  public CertificateInstallationRequest certificateInstallation() {
    return new CertificateInstallationRequest(
        header(),
        new SignedCertificateChain("id1", Octets.of((byte) 1), Optional.empty()),
        new ListOfRootCertificateIds(List.of(new X509IssuerSerial("CN=root", BigInteger.ONE))),
        1,
        Optional.empty());
  }

  public VehicleCheckOutRequest checkOut() {
    return new VehicleCheckOutRequest(header(), EvCheckOutStatus.CHECK_OUT, 1_780_000_000L);
  }

  /** One of every request there is a response for, in the order of a session. */
  public List<Iso20Request> all() {
    List<Iso20Request> all = new ArrayList<>();
    all.add(setup());
    all.add(authorizationSetup());
    all.add(authorization());
    all.add(discovery());
    all.add(detail(DC_BPT));
    all.add(select(DC_BPT, DYNAMIC_SET));
    all.add(bptParameters());
    all.add(dynamicSchedule());
    all.add(cableCheck());
    all.add(preCharge(370));
    all.add(power(ChargeProgress.START));
    all.add(loop());
    all.add(power(ChargeProgress.STOP));
    all.add(welding(Processing.FINISHED));
    all.add(stop(ChargingSession.TERMINATE));
    all.add(acParameters(11_000));
    all.add(acLoop());
    return all;
  }

  private static RationalNumber number(double value) {
    return RationalNumber.nearest(value, -1);
  }

  private static RationalNumber watts(double value) {
    return RationalNumber.nearest(value, 0);
  }
}
