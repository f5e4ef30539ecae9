package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdResEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.EimAsResAuthorizationMode;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationResponse;
import energy.ebbflow.iso15118.message.iso20.parking.EvseCheckOutStatus;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInResponse;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutResponse;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue;
import energy.ebbflow.iso15118.message.iso20.service.Service;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceParameterList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.ev.iso20.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * A charger just good enough to be talked to: it answers every request in order and drives the
 * virtual board. Its faults are fields, for tests of what the vehicle makes of them.
 */
final class PaperCharger {
  static final Octets SESSION = Octets.ofHex("A1B2C3D4E5F60718");

  private final VirtualBoard board;
  Octets session = SESSION;
  ResponseCode code = ResponseCode.OK;
  Optional<EvseNotification> wish = Optional.empty();
  double targetAmps = 40;
  boolean authorised = true;
  boolean preCharges = true;

  /** The link speaks ISO 15118-20 AC. */
  boolean ac;

  /** Offered services; of AC where {@link #ac}. */
  List<Integer> services = List.of(2, 6);

  /** Value-added services. */
  Optional<ServiceList> valueAdded = Optional.empty();

  /** Schedules in scheduled control. */
  Optional<ScheduledSeResControlMode> schedules = Optional.empty();

  /** What it knows of the user's needs. */
  DynamicSeResControlMode needs =
      new DynamicSeResControlMode(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Mobility needs modes of its parameter sets with dynamic control. */
  int needsMode = 1;

  /** Targets of an AC loop: active and reactive power by phase. */
  double[] acWatts = {3680, 3680, 3680};

  double[] acVars = {0, 0, 0};
  Optional<MeterInfo> meter = Optional.empty();
  boolean standbyAllowed = true;
  boolean joins;
  private boolean bidirectional;
  private boolean scheduled;
  private int cableChecks;

  PaperCharger(VirtualBoard board) {
    this.board = board;
  }

  V2gMessage answer(V2gMessage request) {
    MessageHeader header = new MessageHeader(session, 1_700_000_000L, Optional.empty());
    return switch (request) {
      case SupportedAppProtocolRequest r ->
          new SupportedAppProtocolResponse(
              energy.ebbflow.iso15118.message.app.ResponseCode.OK_SUCCESSFUL_NEGOTIATION,
              Optional.of(r.appProtocol().getFirst().schemaId()));
      case SessionSetupRequest r -> {
        boolean old = joins && r.header().sessionId().equals(session);
        ResponseCode opened =
            old ? ResponseCode.OK_OLD_SESSION_JOINED : ResponseCode.OK_NEW_SESSION_ESTABLISHED;
        yield new SessionSetupResponse(
            header, code == ResponseCode.OK ? opened : code, "DE*EBB*E0001*1");
      }
      case AuthorizationSetupRequest _ ->
          new AuthorizationSetupResponse(
              header, code, List.of(Authorization.EIM), false, new EimAsResAuthorizationMode());
      case AuthorizationRequest _ ->
          new AuthorizationResponse(
              header, code, authorised ? Processing.FINISHED : Processing.ONGOING);
      case ServiceDiscoveryRequest _ ->
          new ServiceDiscoveryResponse(
              header,
              code,
              true,
              new ServiceList(services.stream().map(id -> new Service(id, false)).toList()),
              valueAdded);
      case ServiceDetailRequest r -> new ServiceDetailResponse(header, code, r.serviceId(), sets());
      case ServiceSelectionRequest r -> {
        int id = r.selectedEnergyTransferService().serviceId();
        bidirectional = id == 5 || id == 6;
        scheduled = r.selectedEnergyTransferService().parameterSetId() == 1;
        yield new ServiceSelectionResponse(header, code);
      }
      case VehicleCheckInRequest _ ->
          new VehicleCheckInResponse(
              header, code, Optional.empty(), Optional.empty(), Optional.empty());
      case VehicleCheckOutRequest _ ->
          new VehicleCheckOutResponse(header, code, EvseCheckOutStatus.COMPLETED);
      case MeteringConfirmationRequest _ -> {
        wish = Optional.empty();
        yield new MeteringConfirmationResponse(header, code);
      }
      case AcChargeParameterDiscoveryRequest _ ->
          new AcChargeParameterDiscoveryResponse(header, code, acLimits());
      case AcChargeLoopRequest r -> acLoop(header, r);
      case DcChargeParameterDiscoveryRequest _ ->
          new DcChargeParameterDiscoveryResponse(header, code, bidirectional ? limits() : oneWay());
      case ScheduleExchangeRequest _ ->
          new ScheduleExchangeResponse(
              header,
              code,
              Processing.FINISHED,
              Optional.empty(),
              scheduled ? schedules.orElseThrow() : needs);
      case DcCableCheckRequest _ -> cableCheck(header);
      case DcPreChargeRequest r -> preCharge(header, r);
      case PowerDeliveryRequest r -> delivery(header, r);
      case DcChargeLoopRequest r -> loop(header, r);
      case DcWeldingDetectionRequest _ -> new DcWeldingDetectionResponse(header, code, volts());
      case SessionStopRequest _ -> new SessionStopResponse(header, code);
      default -> throw new AssertionError("no answer to " + request);
    };
  }

  private ServiceParameterList sets() {
    return new ServiceParameterList(
        List.of(
            new ParameterSet(
                1, List.of(new Parameter("ControlMode", new ParameterValue.IntValue(1)))),
            new ParameterSet(
                7,
                List.of(
                    new Parameter("ControlMode", new ParameterValue.IntValue(2)),
                    new Parameter("MobilityNeedsMode", new ParameterValue.IntValue(needsMode))))));
  }

  private static DcCpdResEnergyTransferMode oneWay() {
    return new DcCpdResEnergyTransferMode(
        RationalNumber.of(20_000),
        RationalNumber.of(0),
        RationalNumber.of(60),
        RationalNumber.of(0),
        RationalNumber.of(920),
        RationalNumber.of(150),
        Optional.empty());
  }

  private AcCpdResEnergyTransferModeGroup acLimits() {
    RationalNumber most = RationalNumber.of(22_000);
    RationalNumber zero = RationalNumber.of(0);
    Optional<RationalNumber> none = Optional.empty();
    RationalNumber hertz = RationalNumber.of(50);
    return bidirectional
        ? new BptAcCpdResEnergyTransferMode(
            most, none, none, zero, none, none, hertz, none, none, none, none, none, most, none,
            none, zero, none, none)
        : new AcCpdResEnergyTransferMode(
            most, none, none, zero, none, none, hertz, none, none, none, none, none);
  }

  private V2gMessage acLoop(MessageHeader header, AcChargeLoopRequest request) {
    Optional<RationalNumber> none = Optional.empty();
    RationalNumber l1 = Wire.watts(acWatts[0]);
    Optional<RationalNumber> l2 = Optional.of(Wire.watts(acWatts[1]));
    Optional<RationalNumber> l3 = Optional.of(Wire.watts(acWatts[2]));
    Optional<RationalNumber> v1 = Optional.of(Wire.watts(acVars[0]));
    Optional<RationalNumber> v2 = Optional.of(Wire.watts(acVars[1]));
    Optional<RationalNumber> v3 = Optional.of(Wire.watts(acVars[2]));
    AcClResControlMode mode;
    if (scheduled) {
      mode =
          bidirectional
              ? new BptScheduledAcClResControlMode(
                  none, none, none, none, none, none, none, none, none)
              : new ScheduledAcClResControlMode(
                  none, none, none, none, none, none, none, none, none);
    } else {
      mode =
          bidirectional
              ? new BptDynamicAcClResControlMode(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  l1,
                  l2,
                  l3,
                  v1,
                  v2,
                  v3,
                  none,
                  none,
                  none)
              : new DynamicAcClResControlMode(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  l1,
                  l2,
                  l3,
                  v1,
                  v2,
                  v3,
                  none,
                  none,
                  none);
    }
    return new AcChargeLoopResponse(
        header,
        code,
        wish.map(w -> new EvseStatus(0, w)),
        request.meterInfoRequested() ? meter : Optional.empty(),
        Optional.empty(),
        none,
        mode);
  }

  private static BptDcCpdResEnergyTransferMode limits() {
    RationalNumber watts = RationalNumber.of(20_000);
    RationalNumber zero = RationalNumber.of(0);
    RationalNumber amps = RationalNumber.of(60);
    return new BptDcCpdResEnergyTransferMode(
        watts,
        zero,
        amps,
        zero,
        RationalNumber.of(920),
        RationalNumber.of(150),
        Optional.empty(),
        watts,
        zero,
        amps,
        zero);
  }

  private V2gMessage cableCheck(MessageHeader header) {
    if (cableChecks++ == 0) {
      board.closeContactors(1);
      board.converter(new Command.HoldVoltage(new Volts(450), new Amps(1)));
    }
    boolean over = cableChecks > 10;
    if (over) {
      board.converter(new Command.Off());
    }
    return new DcCableCheckResponse(header, code, over ? Processing.FINISHED : Processing.ONGOING);
  }

  private V2gMessage preCharge(MessageHeader header, DcPreChargeRequest request) {
    if (preCharges) {
      Volts target = new Volts(request.evTargetVoltage().toDouble());
      board.converter(new Command.HoldVoltage(target, new Amps(1)));
    }
    return new DcPreChargeResponse(header, code, volts());
  }

  private V2gMessage delivery(MessageHeader header, PowerDeliveryRequest request) {
    switch (request.chargeProgress()) {
      case START -> {
        if (ac) {
          board.closeContactors(3);
        } else {
          board.converter(
              new Command.Current(new Amps(targetAmps), new Volts(410), new Volts(320)));
        }
      }
      case STANDBY -> {
        if (!standbyAllowed) {
          return new PowerDeliveryResponse(
              header, ResponseCode.WARNING_STANDBY_NOT_ALLOWED, Optional.empty());
        }
        off();
      }
      case STOP -> off();
      case SCHEDULE_RENEGOTIATION -> wish = Optional.empty();
    }
    return new PowerDeliveryResponse(header, code, wish.map(w -> new EvseStatus(0, w)));
  }

  private void off() {
    if (!ac) {
      board.converter(new Command.Off());
    }
    board.openContactors();
    cableChecks = 0;
  }

  private V2gMessage loop(MessageHeader header, DcChargeLoopRequest request) {
    if (scheduled) {
      targetAmps =
          switch (request.clReqControlMode()) {
            case ScheduledDcClReqControlMode m -> m.evTargetCurrent().toDouble();
            case BptScheduledDcClReqControlMode m -> m.evTargetCurrent().toDouble();
            case DynamicDcClReqControlMode m -> throw new AssertionError("dynamic: " + m);
            case BptDynamicDcClReqControlMode m -> throw new AssertionError("dynamic: " + m);
          };
    }
    board.converter(new Command.Current(new Amps(targetAmps), new Volts(410), new Volts(320)));
    RationalNumber watts = RationalNumber.of(20_000);
    RationalNumber zero = RationalNumber.of(0);
    RationalNumber amps = RationalNumber.of(60);
    return new DcChargeLoopResponse(
        header,
        code,
        wish.map(w -> new EvseStatus(0, w)),
        request.meterInfoRequested() ? meter : Optional.empty(),
        Optional.empty(),
        Wire.tenths(board.bus().outletAmps()),
        volts(),
        false,
        false,
        false,
        loopMode(watts, zero, amps));
  }

  private DcClResControlMode loopMode(
      RationalNumber watts, RationalNumber zero, RationalNumber amps) {
    RationalNumber most = RationalNumber.of(920);
    RationalNumber least = RationalNumber.of(150);
    Optional<RationalNumber> none = Optional.empty();
    if (scheduled) {
      return bidirectional
          ? new BptScheduledDcClResControlMode(none, none, none, none, none, none, none, none)
          : new ScheduledDcClResControlMode(none, none, none, none);
    }
    return bidirectional
        ? new BptDynamicDcClResControlMode(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            watts,
            zero,
            amps,
            most,
            watts,
            zero,
            amps,
            least)
        : new DynamicDcClResControlMode(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            watts,
            zero,
            amps,
            most);
  }

  private RationalNumber volts() {
    return Wire.tenths(board.bus().outletVolts());
  }
}
