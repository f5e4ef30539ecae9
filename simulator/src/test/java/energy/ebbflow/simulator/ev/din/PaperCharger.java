package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.Body;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.MessageHeader;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.din.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.din.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.din.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.din.loop.PreChargeResponse;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionResponse;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationRequest;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationResponse;
import energy.ebbflow.iso15118.message.din.schedule.PmaxSchedule;
import energy.ebbflow.iso15118.message.din.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.din.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.din.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.din.schedule.SaScheduleTuple;
import energy.ebbflow.iso15118.message.din.service.EvseSupportedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.service.PaymentOptions;
import energy.ebbflow.iso15118.message.din.service.ServiceCategory;
import energy.ebbflow.iso15118.message.din.service.ServiceCharge;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionRequest;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionResponse;
import energy.ebbflow.iso15118.message.din.service.ServiceTag;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.din.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.din.session.SessionStopResponse;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatus;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.din.status.EvseNotification;
import energy.ebbflow.iso15118.message.din.status.IsolationLevel;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.ev.din.wire.Values;
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
  List<PaymentOption> payments = List.of(PaymentOption.EXTERNAL_PAYMENT);
  EvseSupportedEnergyTransfer transfer = EvseSupportedEnergyTransfer.DC_EXTENDED;
  EvseProcessing authentication = EvseProcessing.FINISHED;
  EvseProcessing parameters = EvseProcessing.FINISHED;
  EvseProcessing cable = EvseProcessing.FINISHED;
  EvseNotification wish = EvseNotification.NONE;
  DcEvseStatusCode status = DcEvseStatusCode.EVSE_READY;
  IsolationLevel isolation = IsolationLevel.VALID;
  boolean preCharges = true;
  double voltsMax = 500;
  double ampsMax = 40;

  PaperCharger(VirtualBoard board) {
    this.board = board;
  }

  V2gMessage answer(V2gMessage request) {
    BodyElement body = ((DinMessage) request).body().bodyElement().orElseThrow();
    return new DinMessage(
        new MessageHeader(session, Optional.empty(), Optional.empty()),
        new Body(Optional.of(answer(body))));
  }

  private BodyElement answer(BodyElement request) {
    return switch (request) {
      case SessionSetupRequest _ ->
          new SessionSetupResponse(
              ResponseCode.OK_NEW_SESSION_ESTABLISHED, Octets.ofHex("00"), Optional.empty());
      case ServiceDiscoveryRequest _ ->
          new ServiceDiscoveryResponse(
              code,
              new PaymentOptions(payments),
              new ServiceCharge(
                  new ServiceTag(
                      1, Optional.empty(), ServiceCategory.EV_CHARGING, Optional.empty()),
                  false,
                  transfer),
              Optional.empty());
      case ServicePaymentSelectionRequest _ -> new ServicePaymentSelectionResponse(code);
      case ContractAuthenticationRequest _ ->
          new ContractAuthenticationResponse(code, authentication);
      case ChargeParameterDiscoveryRequest _ -> discovery();
      case CableCheckRequest _ -> {
        board.closeContactors(1);
        yield new CableCheckResponse(code, status(), cable);
      }
      case PreChargeRequest r -> preCharge(r);
      case PowerDeliveryRequest r -> {
        if (!r.readyToChargeState()) {
          board.converter(new Command.Off());
          board.openContactors();
        }
        yield new PowerDeliveryResponse(code, status());
      }
      case CurrentDemandRequest r -> demand(r);
      case WeldingDetectionRequest _ ->
          new WeldingDetectionResponse(code, status(), Values.volts(board.bus().outletVolts()));
      case SessionStopRequest _ -> new SessionStopResponse(code);
      default -> throw new AssertionError("no answer to " + request);
    };
  }

  private ChargeParameterDiscoveryResponse discovery() {
    SaScheduleTuple tuple =
        new SaScheduleTuple(
            9,
            new PmaxSchedule(
                1,
                List.of(
                    new PmaxScheduleEntry(new RelativeTimeInterval(0, Optional.empty()), 20_000))),
            Optional.empty());
    return new ChargeParameterDiscoveryResponse(
        code,
        parameters,
        new SaScheduleList(List.of(tuple)),
        new DcEvseChargeParameter(
            status(),
            Values.amps(ampsMax),
            Optional.of(Values.wattsLimit(20_000)),
            Values.volts(voltsMax),
            Values.amps(0),
            Values.volts(150),
            Optional.empty(),
            Values.amps(1),
            Optional.empty()));
  }

  private BodyElement preCharge(PreChargeRequest request) {
    if (preCharges) {
      Volts target = new Volts(Values.number(request.evTargetVoltage()));
      board.converter(new Command.HoldVoltage(target, new Amps(1)));
    }
    return new PreChargeResponse(code, status(), Values.volts(board.bus().outletVolts()));
  }

  private BodyElement demand(CurrentDemandRequest request) {
    double asked = Values.number(request.evTargetCurrent());
    double amps = Math.max(0, Math.min(ampsMax, asked));
    board.converter(new Command.Current(new Amps(amps), new Volts(410), new Volts(320)));
    return new CurrentDemandResponse(
        code,
        status(),
        Values.volts(board.bus().outletVolts()),
        Values.amps(board.bus().outletAmps()),
        false,
        false,
        false,
        Optional.of(Values.volts(voltsMax)),
        Optional.of(Values.amps(ampsMax)),
        Optional.of(Values.wattsLimit(20_000)));
  }

  private DcEvseStatus status() {
    return new DcEvseStatus(Optional.of(isolation), status, 0, wish);
  }
}
