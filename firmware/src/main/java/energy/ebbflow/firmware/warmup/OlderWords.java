package energy.ebbflow.firmware.warmup;

import energy.ebbflow.iso15118.message.din.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;

/** Which responses of ISO 15118-2 and DIN SPEC 70121 say that the charger has not finished. */
final class OlderWords {
  private OlderWords() {}

  static boolean busy(energy.ebbflow.iso15118.message.iso2.BodyElement said) {
    return switch (said) {
      case energy.ebbflow.iso15118.message.iso2.payment.AuthorizationResponse response ->
          response.evseProcessing() != EvseProcessing.FINISHED;
      case energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse response ->
          response.evseProcessing() != EvseProcessing.FINISHED;
      case energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse response ->
          response.evseProcessing() != EvseProcessing.FINISHED;
      default -> false;
    };
  }

  static boolean busy(energy.ebbflow.iso15118.message.din.BodyElement said) {
    return switch (said) {
      case energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationResponse response ->
          response.evseProcessing() != energy.ebbflow.iso15118.message.din.EvseProcessing.FINISHED;
      case energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryResponse response ->
          response.evseProcessing() != energy.ebbflow.iso15118.message.din.EvseProcessing.FINISHED;
      case CableCheckResponse response ->
          response.evseProcessing() != energy.ebbflow.iso15118.message.din.EvseProcessing.FINISHED;
      default -> false;
    };
  }
}
