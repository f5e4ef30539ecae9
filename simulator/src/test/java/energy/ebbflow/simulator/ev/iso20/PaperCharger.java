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
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
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
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
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
      case SessionSetupRequest _ -> new SessionSetupResponse(header, code, "DE*EBB*E0001*1");
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
              false,
              new ServiceList(List.of(new Service(2, false), new Service(6, false))),
              Optional.empty());
      case ServiceDetailRequest r -> new ServiceDetailResponse(header, code, r.serviceId(), sets());
      case ServiceSelectionRequest _ -> new ServiceSelectionResponse(header, code);
      case DcChargeParameterDiscoveryRequest _ ->
          new DcChargeParameterDiscoveryResponse(header, code, limits());
      case ScheduleExchangeRequest _ ->
          new ScheduleExchangeResponse(
              header,
              code,
              Processing.FINISHED,
              Optional.empty(),
              new DynamicSeResControlMode(
                  Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
      case DcCableCheckRequest _ -> cableCheck(header);
      case DcPreChargeRequest r -> preCharge(header, r);
      case PowerDeliveryRequest r -> delivery(header, r);
      case DcChargeLoopRequest _ -> loop(header);
      case DcWeldingDetectionRequest _ -> new DcWeldingDetectionResponse(header, code, volts());
      case SessionStopRequest _ -> new SessionStopResponse(header, code);
      default -> throw new AssertionError("no answer to " + request);
    };
  }

  private static ServiceParameterList sets() {
    return new ServiceParameterList(
        List.of(
            new ParameterSet(
                1, List.of(new Parameter("ControlMode", new ParameterValue.IntValue(1)))),
            new ParameterSet(
                7, List.of(new Parameter("ControlMode", new ParameterValue.IntValue(2))))));
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
    if (request.chargeProgress() == ChargeProgress.START) {
      board.converter(new Command.Current(new Amps(targetAmps), new Volts(410), new Volts(320)));
    } else {
      board.converter(new Command.Off());
      board.openContactors();
    }
    return new PowerDeliveryResponse(header, code, Optional.empty());
  }

  private V2gMessage loop(MessageHeader header) {
    board.converter(new Command.Current(new Amps(targetAmps), new Volts(410), new Volts(320)));
    RationalNumber watts = RationalNumber.of(20_000);
    RationalNumber zero = RationalNumber.of(0);
    RationalNumber amps = RationalNumber.of(60);
    return new DcChargeLoopResponse(
        header,
        code,
        wish.map(w -> new EvseStatus(0, w)),
        Optional.empty(),
        Optional.empty(),
        Wire.tenths(board.bus().outletAmps()),
        volts(),
        false,
        false,
        false,
        new BptDynamicDcClResControlMode(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            watts,
            zero,
            amps,
            RationalNumber.of(920),
            watts,
            zero,
            amps,
            RationalNumber.of(150)));
  }

  private RationalNumber volts() {
    return Wire.tenths(board.bus().outletVolts());
  }
}
