package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.Body;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.MessageHeader;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeResponse;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionResponse;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptResponse;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxSchedule;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleTuple;
import energy.ebbflow.iso15118.message.iso2.schedule.SaSchedules;
import energy.ebbflow.iso15118.message.iso2.service.ChargeService;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOptionList;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.message.iso2.service.ServiceCategory;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceList;
import energy.ebbflow.iso15118.message.iso2.service.SupportedEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import energy.ebbflow.iso15118.message.iso2.status.AcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.iso15118.message.iso2.status.EvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.IsolationLevel;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import java.util.List;
import java.util.Optional;

/**
 * A charger just good enough to be talked to: it answers every request in order and drives the
 * virtual board. Its faults are fields, for tests of what the vehicle makes of them.
 */
final class PaperCharger {
  static final Octets SESSION = Octets.ofHex("A1B2C3D4E5F60718");
  private static final String EVSE = "DE*EBB*E0001*1";

  private final VirtualBoard board;
  private final boolean dc;
  Octets session = SESSION;
  ResponseCode code = ResponseCode.OK;
  ResponseCode setupCode = ResponseCode.OK_NEW_SESSION_ESTABLISHED;
  List<PaymentOption> payments = List.of(PaymentOption.EXTERNAL_PAYMENT);
  List<Integer> valueAdded = List.of();
  EvseProcessing authorisation = EvseProcessing.FINISHED;
  EvseProcessing parameters = EvseProcessing.FINISHED;
  EvseProcessing cable = EvseProcessing.FINISHED;
  EvseNotification wish = EvseNotification.NONE;
  DcEvseStatusCode status = DcEvseStatusCode.EVSE_READY;
  IsolationLevel isolation = IsolationLevel.VALID;
  boolean residualCurrent;
  boolean receipt;
  boolean preCharges = true;
  double voltsMax = 920;
  double ampsMax = 40;

  /** The current that flows whatever was asked for; negative asks for discharge. */
  Optional<Double> forcedAmps = Optional.empty();

  /** The charger's limits in the loop are negative: it asks for discharge (SAE J2847/2). */
  boolean asksForDischarge;

  List<SaScheduleTuple> schedules = List.of(flat(1, 20_000));

  PaperCharger(VirtualBoard board, boolean dc) {
    this.board = board;
    this.dc = dc;
  }

  /** A schedule of one power for a day. */
  static SaScheduleTuple flat(int id, double watts) {
    return new SaScheduleTuple(
        id,
        new PmaxSchedule(
            List.of(
                new PmaxScheduleEntry(
                    new RelativeTimeInterval(0, Optional.of(86_400)), Values.wattsLimit(watts)))),
        Optional.empty());
  }

  V2gMessage answer(V2gMessage request) {
    BodyElement body = ((Iso2Message) request).body().bodyElement().orElseThrow();
    return new Iso2Message(
        new MessageHeader(session, Optional.empty(), Optional.empty()),
        new Body(Optional.of(answer(body))));
  }

  private BodyElement answer(BodyElement request) {
    return switch (request) {
      case SessionSetupRequest _ -> new SessionSetupResponse(setupCode, EVSE, Optional.empty());
      case ServiceDiscoveryRequest _ -> services();
      case ServiceDetailRequest r ->
          new ServiceDetailResponse(code, r.serviceId(), Optional.empty());
      case PaymentServiceSelectionRequest _ -> new PaymentServiceSelectionResponse(code);
      case AuthorizationRequest _ -> new AuthorizationResponse(code, authorisation);
      case ChargeParameterDiscoveryRequest _ -> discovery();
      case CableCheckRequest _ -> new CableCheckResponse(code, dcStatus(), cableCheck());
      case PreChargeRequest r -> preCharge(r);
      case PowerDeliveryRequest r -> delivery(r);
      case CurrentDemandRequest r -> demand(r);
      case ChargingStatusRequest _ ->
          new ChargingStatusResponse(
              code,
              EVSE,
              1,
              Optional.of(Values.amps(ampsMax)),
              meter(),
              Optional.of(receipt),
              acStatus());
      case MeteringReceiptRequest _ -> {
        receipt = false;
        yield new MeteringReceiptResponse(code, anyStatus());
      }
      case WeldingDetectionRequest _ ->
          new WeldingDetectionResponse(code, dcStatus(), Values.volts(board.bus().outletVolts()));
      case SessionStopRequest _ -> new SessionStopResponse(code);
      default -> throw new AssertionError("no answer to " + request);
    };
  }

  private ServiceDiscoveryResponse services() {
    List<EnergyTransferMode> modes =
        dc
            ? List.of(EnergyTransferMode.DC_EXTENDED)
            : List.of(
                EnergyTransferMode.AC_SINGLE_PHASE_CORE, EnergyTransferMode.AC_THREE_PHASE_CORE);
    return new ServiceDiscoveryResponse(
        code,
        new PaymentOptionList(payments),
        new ChargeService(
            1,
            Optional.empty(),
            ServiceCategory.EV_CHARGING,
            Optional.empty(),
            false,
            new SupportedEnergyTransferMode(modes)),
        valueAdded.isEmpty()
            ? Optional.empty()
            : Optional.of(new ServiceList(valueAdded.stream().map(PaperCharger::other).toList())));
  }

  private static Service other(int id) {
    return new Service(id, Optional.empty(), ServiceCategory.OTHER_CUSTOM, Optional.empty(), true);
  }

  private ChargeParameterDiscoveryResponse discovery() {
    Optional<SaSchedules> offer =
        parameters == EvseProcessing.FINISHED && !schedules.isEmpty()
            ? Optional.of(new SaScheduleList(schedules))
            : Optional.empty();
    return new ChargeParameterDiscoveryResponse(
        code,
        parameters,
        offer,
        dc
            ? new DcEvseChargeParameter(
                dcStatus(),
                Values.amps(ampsMax),
                Values.wattsLimit(20_000),
                Values.volts(voltsMax),
                Values.amps(0),
                Values.volts(150),
                Optional.empty(),
                Values.amps(1),
                Optional.empty())
            : new AcEvseChargeParameter(acStatus(), Values.volts(230), Values.amps(ampsMax)));
  }

  private EvseProcessing cableCheck() {
    board.closeContactors(1);
    return cable;
  }

  private BodyElement preCharge(PreChargeRequest request) {
    if (preCharges) {
      Volts target = new Volts(Values.number(request.evTargetVoltage()));
      board.converter(new Command.HoldVoltage(target, new Amps(1)));
    }
    return new PreChargeResponse(code, dcStatus(), Values.volts(board.bus().outletVolts()));
  }

  private BodyElement delivery(PowerDeliveryRequest request) {
    if (request.chargeProgress() == ChargeProgress.STOP) {
      if (dc) {
        board.converter(new Command.Off());
      }
      board.openContactors();
    } else if (!dc) {
      board.closeContactors(3);
    }
    return new PowerDeliveryResponse(code, anyStatus());
  }

  private BodyElement demand(CurrentDemandRequest request) {
    double asked = Values.number(request.evTargetCurrent());
    double amps = forcedAmps.orElse(Math.max(-ampsMax, Math.min(ampsMax, asked)));
    board.converter(new Command.Current(new Amps(amps), new Volts(410), new Volts(320)));
    double sign = asksForDischarge ? -1 : 1;
    double flows = board.bus().outletAmps();
    return new CurrentDemandResponse(
        code,
        dcStatus(),
        Values.volts(board.bus().outletVolts()),
        Values.amps(asksForDischarge ? Math.min(-0.1, flows) : Math.max(0.1, flows)),
        false,
        false,
        false,
        Optional.of(Values.volts(voltsMax)),
        Optional.of(Values.amps(sign * ampsMax)),
        Optional.of(Values.wattsLimit(sign * 20_000)),
        EVSE,
        1,
        meter(),
        Optional.of(receipt));
  }

  private Optional<MeterInfo> meter() {
    return Optional.of(
        new MeterInfo(
            "paper", Optional.of(12L), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private EvseStatus anyStatus() {
    return dc ? dcStatus() : acStatus();
  }

  private DcEvseStatus dcStatus() {
    return new DcEvseStatus(0, wish, Optional.of(isolation), status);
  }

  private AcEvseStatus acStatus() {
    return new AcEvseStatus(0, wish, residualCurrent);
  }
}
