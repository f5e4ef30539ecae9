package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.domain.StationEvent.AuthorisationQuestion;
import energy.ebbflow.ocpp.token.TokenVerdict;
import java.util.Optional;
import java.util.Set;

/** Who may charge: what the station knows by itself, and what its outlet is told. */
final class Verdicts {
  private static final TokenVerdict RESERVED = new TokenVerdict("Reserved", Optional.empty());
  private static final TokenVerdict PAYING = new TokenVerdict("WebPayment", Optional.empty());

  private final Station station;
  private final LinkPort port;

  Verdicts(Station station, LinkPort port) {
    this.station = station;
    this.port = port;
  }

  /** Whether the back office is to be asked; whoever needs no question is answered here. */
  boolean asks(AuthorisationQuestion question, boolean online, Moment now) {
    boolean kept =
        !station.reservations().admits(question.evse(), question.token(), Optional.empty());
    if (station.front().web().at(question.evse(), now.instant())) {
      // C25.FR.21: somebody pays for this outlet now.
      answer(question, PAYING);
      return false;
    }
    if (kept && !station.reservations().dependsOnGroup(question.evse())) {
      answer(question, RESERVED);
      return false;
    }
    if (!online) {
      decide(question, now);
      return false;
    }
    if (station.tokens().preAuthorised(question.token(), now.instant())) {
      answer(
          question,
          new TokenVerdict(
              TokenVerdict.ACCEPTED, Optional.empty(), station.tokens().groupOf(question.token())));
      return false;
    }
    return true;
  }

  /** The back office cannot be asked: what the station knows by itself counts (C15). */
  void decide(AuthorisationQuestion question, Moment now) {
    answer(question, station.tokens().offline(question.token(), now.instant()));
    station.front().greeted(question.evse(), Optional.empty(), false, now);
  }

  void answer(AuthorisationQuestion question, TokenVerdict verdict) {
    answer(question, verdict, Optional.empty());
  }

  /** The same, where the back office also said what energy may do (2.1 Q01). */
  void answer(
      AuthorisationQuestion question, TokenVerdict said, Optional<Set<EnergyTransfer>> allowed) {
    Stops stops = Stops.of(station, question, said);
    stops.commands().forEach(port::command);
    // H03: whoever may charge may still not use an outlet that is kept for somebody else.
    boolean kept =
        said.says(TokenVerdict.ACCEPTED)
            && !station.reservations().admits(question.evse(), question.token(), said.group());
    TokenVerdict verdict = stops.verdict().orElse(kept ? RESERVED : said);
    port.command(
        new BackOfficeCommand.AuthorisationAnswer(
            question.request(), verdict.says(TokenVerdict.ACCEPTED), verdict.status(), allowed));
  }
}
