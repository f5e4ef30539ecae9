package energy.ebbflow.ocpp.tariff;

import java.util.Optional;

/**
 * How an ad-hoc payment is made, from the additional information of its token.
 *
 * @param brand {@code PaymentBrand}
 * @param recognition {@code PaymentRecognition}
 */
public record Payment(Optional<String> brand, Optional<String> recognition) {
  public static final Payment UNKNOWN = new Payment(Optional.empty(), Optional.empty());
}
