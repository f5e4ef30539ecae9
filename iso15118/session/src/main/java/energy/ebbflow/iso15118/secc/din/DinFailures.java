package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.din.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.din.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.din.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.din.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.din.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.din.loop.PreChargeResponse;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionResponse;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationRequest;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationResponse;
import energy.ebbflow.iso15118.message.din.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.din.payment.MeteringReceiptResponse;
import energy.ebbflow.iso15118.message.din.payment.PaymentDetailsRequest;
import energy.ebbflow.iso15118.message.din.payment.PaymentDetailsResponse;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.service.PaymentOptions;
import energy.ebbflow.iso15118.message.din.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.din.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionRequest;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionResponse;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.din.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.din.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.EvseView;
import java.util.List;
import java.util.Optional;

/** The response type that belongs to a request, with a failure code. */
public final class DinFailures {
  private DinFailures() {}

  /**
   * The response to {@code request}; empty where it cannot be made without material we do not have
   * (certificates), and for what is no request.
   */
  public static Optional<BodyElement> to(BodyElement request, ResponseCode code, DinTurn turn) {
    return Optional.ofNullable(
        switch (request) {
          case SessionSetupRequest r ->
              new SessionSetupResponse(code, DinOffers.evseId(turn.view()), Optional.empty());
          case ServiceDiscoveryRequest r -> discovery(code, turn);
          case ServicePaymentSelectionRequest r -> new ServicePaymentSelectionResponse(code);
          case ContractAuthenticationRequest r ->
              new ContractAuthenticationResponse(code, EvseProcessing.FINISHED);
          case ChargeParameterDiscoveryRequest r -> parameters(code, EvseProcessing.FINISHED, turn);
          case CableCheckRequest r ->
              new CableCheckResponse(code, Statuses.dc(turn), EvseProcessing.FINISHED);
          case PreChargeRequest r ->
              new PreChargeResponse(code, Statuses.dc(turn), Physical.volts(turn.view().volts()));
          case PowerDeliveryRequest r -> new PowerDeliveryResponse(code, Statuses.dc(turn));
          case CurrentDemandRequest r -> currentDemand(code, turn);
          case WeldingDetectionRequest r ->
              new WeldingDetectionResponse(
                  code, Statuses.dc(turn), Physical.volts(turn.view().volts()));
          case SessionStopRequest r -> new SessionStopResponse(code);
          default -> unused(request, code, turn).orElse(null);
        });
  }

  /** Requests that the schema has and DIN 70121 does not use: they are never expected. */
  private static Optional<BodyElement> unused(
      BodyElement request, ResponseCode code, DinTurn turn) {
    return Optional.ofNullable(
        switch (request) {
          case ServiceDetailRequest r ->
              new ServiceDetailResponse(code, r.serviceId(), Optional.empty());
          case PaymentDetailsRequest r ->
              new PaymentDetailsResponse(code, "", turn.view().utcSeconds());
          case MeteringReceiptRequest r -> new MeteringReceiptResponse(code, Statuses.ac(turn));
          case ChargingStatusRequest r ->
              new ChargingStatusResponse(
                  code,
                  DinOffers.evseId(turn.view()),
                  DinOffers.ONLY_TUPLE,
                  Optional.empty(),
                  Optional.empty(),
                  false,
                  Statuses.ac(turn));
          default -> null;
        });
  }

  /** The one service and the one way to pay; there is no list of others. */
  public static ServiceDiscoveryResponse discovery(ResponseCode code, DinTurn turn) {
    return new ServiceDiscoveryResponse(
        code,
        new PaymentOptions(List.of(PaymentOption.EXTERNAL_PAYMENT)),
        DinOffers.service(turn.config()),
        Optional.empty());
  }

  /** The station's limits and schedule; the schema wants both in every answer. */
  public static ChargeParameterDiscoveryResponse parameters(
      ResponseCode code, EvseProcessing processing, DinTurn turn) {
    return new ChargeParameterDiscoveryResponse(
        code, processing, DinOffers.schedules(turn.view()), DinOffers.parameters(turn));
  }

  /** What flows now, and the limits of the moment. */
  public static CurrentDemandResponse currentDemand(ResponseCode code, DinTurn turn) {
    EvseView view = turn.view();
    EvseView.PowerEnvelope limits = view.envelope();
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
        Optional.of(Physical.wattsLimit(limits.chargeWattsMax())));
  }

  private static boolean reached(double value, double limit) {
    return Math.abs(value) > 0 && Math.abs(value) >= 0.99 * limit;
  }
}
