package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
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
import energy.ebbflow.iso15118.message.iso2.payment.PaymentDetailsRequest;
import energy.ebbflow.iso15118.message.iso2.payment.PaymentDetailsResponse;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOptionList;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import java.util.List;
import java.util.Optional;

/** The response type that belongs to a request, with a failure code. */
public final class Iso2Failures {
  private static final int CHALLENGE_BYTES = 16;

  private Iso2Failures() {}

  /**
   * The response to {@code request}; empty where it cannot be made without material we do not have
   * (contract certificates), and for what is no request.
   */
  public static Optional<BodyElement> to(BodyElement request, ResponseCode code, Iso2Turn turn) {
    return Optional.ofNullable(
        switch (request) {
          case SessionSetupRequest r ->
              new SessionSetupResponse(code, Iso2Offers.evseId(turn.view()), Optional.empty());
          case ServiceDiscoveryRequest r -> discovery(code, turn);
          case ServiceDetailRequest r ->
              new ServiceDetailResponse(code, r.serviceId(), Optional.empty());
          case PaymentServiceSelectionRequest r -> new PaymentServiceSelectionResponse(code);
          case PaymentDetailsRequest r ->
              new PaymentDetailsResponse(
                  code, Octets.of(new byte[CHALLENGE_BYTES]), turn.view().utcSeconds());
          case AuthorizationRequest r -> new AuthorizationResponse(code, EvseProcessing.FINISHED);
          case ChargeParameterDiscoveryRequest r ->
              new ChargeParameterDiscoveryResponse(
                  code,
                  EvseProcessing.FINISHED,
                  Optional.empty(),
                  Iso2Offers.parameters(
                      turn, r.evChargeParameter() instanceof DcEvChargeParameter));
          case CableCheckRequest r ->
              new CableCheckResponse(code, Statuses.dc(turn), EvseProcessing.FINISHED);
          case PreChargeRequest r ->
              new PreChargeResponse(code, Statuses.dc(turn), Physical.volts(turn.view().volts()));
          case PowerDeliveryRequest r -> new PowerDeliveryResponse(code, Statuses.of(turn));
          case CurrentDemandRequest r -> currentDemand(code, turn, false);
          case ChargingStatusRequest r -> chargingStatus(code, turn, false);
          case MeteringReceiptRequest r -> new MeteringReceiptResponse(code, Statuses.of(turn));
          case WeldingDetectionRequest r ->
              new WeldingDetectionResponse(
                  code, Statuses.dc(turn), Physical.volts(turn.view().volts()));
          case SessionStopRequest r -> new SessionStopResponse(code);
          default -> null;
        });
  }

  /** Which services there are. */
  public static ServiceDiscoveryResponse discovery(ResponseCode code, Iso2Turn turn) {
    return new ServiceDiscoveryResponse(
        code,
        new PaymentOptionList(List.of(PaymentOption.EXTERNAL_PAYMENT)),
        Iso2Offers.service(turn.config()),
        Optional.empty());
  }

  /** What flows now, and the limits of the moment. */
  public static CurrentDemandResponse currentDemand(
      ResponseCode code, Iso2Turn turn, boolean meter) {
    var view = turn.view();
    var limits = view.envelope();
    return new CurrentDemandResponse(
        code,
        Statuses.dc(turn),
        Physical.volts(view.volts()),
        Physical.amps(view.amps()),
        reached(view.amps(), limits.chargeAmpsMax()),
        reached(view.volts(), limits.voltsMax()),
        reached(view.volts() * view.amps(), limits.chargeWattsMax()),
        Optional.of(Physical.voltsLimit(limits.voltsMax())),
        Optional.of(Physical.ampsLimit(limits.chargeAmpsMax())),
        Optional.of(Physical.wattsLimit(limits.chargeWattsMax())),
        Iso2Offers.evseId(view),
        Iso2Offers.ONLY_TUPLE,
        meter ? Statuses.meter(turn) : Optional.empty(),
        Optional.empty());
  }

  /** The current limit of the moment. */
  public static ChargingStatusResponse chargingStatus(
      ResponseCode code, Iso2Turn turn, boolean meter) {
    return new ChargingStatusResponse(
        code,
        Iso2Offers.evseId(turn.view()),
        Iso2Offers.ONLY_TUPLE,
        Optional.of(Physical.ampsLimit(Iso2Offers.acAmps(turn.view(), turn.config().ac()))),
        meter ? Statuses.meter(turn) : Optional.empty(),
        Optional.of(false),
        Statuses.ac(turn));
  }

  private static boolean reached(double value, double limit) {
    return Math.abs(value) > 0 && Math.abs(value) >= 0.99 * limit;
  }
}
