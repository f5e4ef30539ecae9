package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** Why a request was answered so. */
public final class Infos {
  private static final int MAX_REASON_CODE = 20;

  /** Longest reason text that is told; 2.0.1 allows 512 characters. */
  private static final int MAX_ADDITIONAL_INFO = 512;

  private Infos() {}

  /** A code and the words for it. */
  public static Optional<StatusInfo> info(String reasonCode, String text) {
    return Optional.of(
        new StatusInfo(
            Requests.bounded(reasonCode.isEmpty() ? "NoReason" : reasonCode, MAX_REASON_CODE),
            text.isEmpty()
                ? Optional.empty()
                : Optional.of(Requests.bounded(text, MAX_ADDITIONAL_INFO))));
  }
}
