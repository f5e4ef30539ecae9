package energy.ebbflow.ocpp.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.energy.EnergyAnswer;
import energy.ebbflow.ocpp.token.TokenVerdict;
import java.util.Optional;
import java.util.Set;

/** What the back office said to a {@link Notice}. */
public sealed interface NoticeAnswer {
  /** Taken or refused. */
  record Taken(boolean accepted) implements NoticeAnswer {}

  /** Heard; the answer is empty. */
  record Noted() implements NoticeAnswer {}

  /** An OCSP response in base64 (M06). */
  record Status(String ocspResponse) implements NoticeAnswer {}

  /** The answer goes to the station as it is. */
  record Passed(BackOfficeCommand command) implements NoticeAnswer {}

  /**
   * What it says of a contract, and of the certificate it came with.
   *
   * @param tariff of the contract, as it came; only 2.1 has one (I08)
   * @param words for its user (I01)
   */
  record Contract(
      TokenVerdict verdict,
      String certificateStatus,
      Optional<Set<EnergyTransfer>> allowed,
      Optional<JsonNode> tariff,
      Optional<String> words)
      implements NoticeAnswer {}

  /** What it says to a notice of the energy services. */
  record Energy(EnergyAnswer said) implements NoticeAnswer {}
}
