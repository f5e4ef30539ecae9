package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.device.TariffVariables;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.token.TokenVerdict;
import java.util.List;
import java.util.Optional;

/**
 * Transactions that a card ends which did not start them: one of the same group at this outlet
 * (C09), a master pass at all of them (C16).
 *
 * @param commands what ends
 * @param verdict what becomes of the question instead
 */
record Stops(List<BackOfficeCommand> commands, Optional<TokenVerdict> verdict) {
  private static final Stops NOTHING = new Stops(List.of(), Optional.empty());

  /** C16.FR.03: a master pass starts nothing. */
  private static final TokenVerdict MASTER_PASS = new TokenVerdict("MasterPass", Optional.empty());

  static Stops of(Station station, StationEvent.AuthorisationQuestion question, TokenVerdict said) {
    if (!said.says(TokenVerdict.ACCEPTED) || said.group().isEmpty()) {
      return NOTHING;
    }
    String group = said.group().get();
    if (!group.isBlank()
        && group.equalsIgnoreCase(station.device().value(TariffVariables.MASTER_PASS))) {
      // C16.FR.02: there is no screen on which to choose one of them.
      return new Stops(
          station.openTransactions().stream()
              .map(open -> end(open, "MasterPass", question.token()))
              .toList(),
          Optional.of(MASTER_PASS));
    }
    return new Stops(
        station.openTransactions().stream()
            .filter(open -> open.evse() == question.evse())
            .filter(open -> ofGroup(station, open, question.token(), group))
            .map(open -> end(open, "Local", question.token()))
            .toList(),
        Optional.empty());
  }

  private static boolean ofGroup(
      Station station, OpenTransaction open, IdToken shown, String group) {
    return open.token()
        .filter(token -> !token.value().equalsIgnoreCase(shown.value()))
        .flatMap(station.tokens()::groupOf)
        .filter(group::equalsIgnoreCase)
        .isPresent();
  }

  private static BackOfficeCommand end(OpenTransaction open, String reason, IdToken shown) {
    return new BackOfficeCommand.End(
        open.transaction(), reason, "StopAuthorized", Optional.of(shown));
  }
}
