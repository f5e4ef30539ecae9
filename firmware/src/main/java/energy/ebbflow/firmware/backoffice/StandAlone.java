package energy.ebbflow.firmware.backoffice;

import energy.ebbflow.ocpp.domain.BackOffice;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.Optional;

/**
 * No back office at all (R10): the station itself knows the one token that may charge. Thread-safe.
 */
public final class StandAlone implements BackOffice {
  private final Optional<IdToken> known;
  private volatile Optional<CommandSink> sink = Optional.empty();

  /**
   * Makes it.
   *
   * @param known the token that may charge; absent: nobody may
   */
  public StandAlone(Optional<IdToken> known) {
    this.known = known;
  }

  @Override
  public void start(CommandSink commands) {
    sink = Optional.of(commands);
  }

  @Override
  public void report(StationEvent event) {
    if (event instanceof StationEvent.AuthorisationQuestion question) {
      boolean accepted = known.equals(Optional.of(question.token()));
      sink.ifPresent(
          commands ->
              commands.offer(
                  new BackOfficeCommand.AuthorisationAnswer(
                      question.request(), accepted, accepted ? "Accepted" : "Unknown")));
    }
  }

  @Override
  public void close() {}
}
