package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.EimAsResAuthorizationMode;
import energy.ebbflow.iso15118.message.iso20.certificate.CertificateChain;
import energy.ebbflow.iso15118.message.iso20.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.iso20.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.iso20.certificate.ContractCertificateChain;
import energy.ebbflow.iso15118.message.iso20.certificate.EcdhCurve;
import energy.ebbflow.iso15118.message.iso20.certificate.EncryptedPrivateKey;
import energy.ebbflow.iso15118.message.iso20.certificate.SignedInstallationData;
import energy.ebbflow.iso15118.message.iso20.certificate.SubCertificates;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
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
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationResponse;
import energy.ebbflow.iso15118.message.iso20.parking.EvseCheckOutStatus;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInResponse;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutResponse;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceParameterList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.iso20.schedule.Schedules;
import java.util.List;
import java.util.Optional;

/**
 * The response type that belongs to a request, with a failure code. The mandatory elements a
 * failure does not need still have to be there for the schema: they are filled with what is true
 * now.
 */
public final class FailureResponses {
  private static final Octets NOTHING = Octets.of();

  /** A failed installation has no certificates, but the schema wants their places. */
  private static final CertificateChain NO_CHAIN = new CertificateChain(NOTHING, Optional.empty());

  private static final SignedInstallationData NO_CONTRACT =
      new SignedInstallationData(
          "none",
          new ContractCertificateChain(NOTHING, new SubCertificates(List.of(NOTHING))),
          EcdhCurve.SECP521,
          Octets.of(new byte[133]),
          new EncryptedPrivateKey.Secp521EncryptedPrivateKey(Octets.of(new byte[94])));

  private FailureResponses() {}

  /**
   * The response to {@code request}; empty for the requests of services that are never chosen (WPT,
   * ACDP): the connection is closed without one.
   */
  public static Optional<Iso20Response> to(Iso20Request request, ResponseCode code, Turn turn) {
    MessageHeader header = turn.header();
    RationalNumber volts = WireNumbers.volts(turn.view().volts());
    return Optional.ofNullable(
        switch (request) {
          case SessionSetupRequest r ->
              new SessionSetupResponse(header, code, turn.view().evseId());
          case AuthorizationSetupRequest r ->
              new AuthorizationSetupResponse(
                  header, code, List.of(Authorization.EIM), false, new EimAsResAuthorizationMode());
          case AuthorizationRequest r ->
              new AuthorizationResponse(header, code, Processing.FINISHED);
          case ServiceDiscoveryRequest r ->
              new ServiceDiscoveryResponse(
                  header,
                  code,
                  turn.config().serviceRenegotiation(),
                  turn.offers().services(Optional.empty()),
                  Optional.empty());
          case ServiceDetailRequest r ->
              new ServiceDetailResponse(header, code, r.serviceId(), anyParameters(turn));
          case ServiceSelectionRequest r -> new ServiceSelectionResponse(header, code);
          case DcChargeParameterDiscoveryRequest r ->
              new DcChargeParameterDiscoveryResponse(
                  header,
                  code,
                  DcLimits.discovery(
                      turn.limits(),
                      r.dcCpdReqEnergyTransferMode() instanceof BptDcCpdReqEnergyTransferMode));
          case ScheduleExchangeRequest r ->
              new ScheduleExchangeResponse(
                  header,
                  code,
                  Processing.FINISHED,
                  Optional.empty(),
                  Schedules.refusal(turn, r.seReqControlMode()));
          case DcCableCheckRequest r -> new DcCableCheckResponse(header, code, Processing.FINISHED);
          case DcPreChargeRequest r -> new DcPreChargeResponse(header, code, volts);
          case AcChargeParameterDiscoveryRequest r ->
              new AcChargeParameterDiscoveryResponse(
                  header,
                  code,
                  AcLimits.discovery(
                      turn,
                      r.acCpdReqEnergyTransferMode() instanceof BptAcCpdReqEnergyTransferMode));
          case AcChargeLoopRequest r ->
              new AcChargeLoopResponse(
                  header,
                  code,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  AcLimits.loop(turn, AcParameters.selectionOf(r.clReqControlMode())));
          case PowerDeliveryRequest r -> new PowerDeliveryResponse(header, code, Optional.empty());
          case DcChargeLoopRequest r -> chargeLoop(r, code, turn);
          case DcWeldingDetectionRequest r -> new DcWeldingDetectionResponse(header, code, volts);
          case SessionStopRequest r -> new SessionStopResponse(header, code);
          case MeteringConfirmationRequest r -> new MeteringConfirmationResponse(header, code);
          case VehicleCheckInRequest r ->
              new VehicleCheckInResponse(
                  header, code, Optional.empty(), Optional.empty(), Optional.empty());
          case VehicleCheckOutRequest r ->
              new VehicleCheckOutResponse(header, code, EvseCheckOutStatus.COMPLETED);
          case CertificateInstallationRequest r ->
              new CertificateInstallationResponse(
                  header, code, Processing.FINISHED, NO_CHAIN, NO_CONTRACT, 0);
          default -> null;
        });
  }

  private static ServiceParameterList anyParameters(Turn turn) {
    int first = turn.offers().services(Optional.empty()).service().getFirst().serviceId();
    return turn.offers()
        .parameters(first)
        .orElseThrow(() -> new IllegalStateException("a station offers its own first service"));
  }

  private static DcChargeLoopResponse chargeLoop(
      DcChargeLoopRequest request, ResponseCode code, Turn turn) {
    return new DcChargeLoopResponse(
        turn.header(),
        code,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        WireNumbers.amps(turn.view().amps()),
        WireNumbers.volts(turn.view().volts()),
        false,
        false,
        false,
        DcLimits.loop(turn, selectionOf(request.clReqControlMode())));
  }

  private static Selection selectionOf(DcClReqControlMode mode) {
    return switch (mode) {
      case DynamicDcClReqControlMode dc -> new Selection(EnergyService.DC, ControlMode.DYNAMIC);
      case BptDynamicDcClReqControlMode bpt ->
          new Selection(EnergyService.DC_BPT, ControlMode.DYNAMIC);
      case ScheduledDcClReqControlMode dc -> new Selection(EnergyService.DC, ControlMode.SCHEDULED);
      case BptScheduledDcClReqControlMode bpt ->
          new Selection(EnergyService.DC_BPT, ControlMode.SCHEDULED);
    };
  }
}
