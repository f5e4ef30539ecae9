package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.token.KnownTokens;
import energy.ebbflow.ocpp.token.TokenVerdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Questions of vehicles that show contracts (C07, M01, M02, 2.1 M07). Each is answered: by the back
 * office, or by what the station knows itself while there is none.
 */
public final class VehicleQuestions implements Service {
  /** Status of a certificate that may charge (OCPP AuthorizeCertificateStatusEnumType). */
  private static final String GOOD = "Accepted";

  private final KnownTokens tokens;
  private final Consumer<Effect> effects;

  public VehicleQuestions(KnownTokens tokens, Consumer<Effect> effects) {
    this.tokens = tokens;
    this.effects = effects;
  }

  public void ask(StationEvent.OfVehicle asked) {
    Notice notice =
        switch (asked) {
          case StationEvent.ContractQuestion contract -> new Notice.Contract(contract);
          case StationEvent.VehicleCertificateQuestion wanted ->
              new Notice.VehicleCertificate(wanted);
          case StationEvent.ChainQuestion chain -> new Notice.ChainStatus(chain);
        };
    effects.accept(new Effect.Tell(notice));
  }

  @Override
  public void tick(Moment now) {}

  @Override
  public OptionalLong dueNanos(Moment now) {
    return OptionalLong.empty();
  }

  @Override
  public void heard(Notice notice, NoticeAnswer answer, Moment now) {
    if (notice instanceof Notice.Contract contract
        && answer instanceof NoticeAnswer.Contract said) {
      // C07.FR.02: both the token and its certificate must be good.
      boolean certified = said.certificateStatus().equals(GOOD);
      String status = certified ? said.verdict().status() : said.certificateStatus();
      command(
          new BackOfficeCommand.AuthorisationAnswer(
              contract.question().request(),
              certified && said.verdict().says(TokenVerdict.ACCEPTED),
              status,
              said.allowed()));
      tokens.heard(contract.question().token(), said.verdict());
    }
  }

  @Override
  public void unheard(Notice notice, Moment now) {
    switch (notice) {
      case Notice.Contract contract -> {
        // C07.FR.06: the station has checked the chain itself before it asked; the token is left.
        TokenVerdict verdict = tokens.offline(contract.question().token(), now.instant());
        command(
            new BackOfficeCommand.AuthorisationAnswer(
                contract.question().request(),
                verdict.accepts(now.instant()),
                verdict.status(),
                Optional.empty()));
      }
      case Notice.VehicleCertificate wanted ->
          command(
              new BackOfficeCommand.VehicleCertificateAnswer(
                  wanted.question().request(), false, "", Optional.empty()));
      case Notice.ChainStatus wanted ->
          command(new BackOfficeCommand.ChainAnswer(wanted.question().request(), List.of()));
      case Notice.Signing _,
          Notice.CertificateStatus _,
          Notice.Firmware _,
          Notice.Log _,
          Notice.LogIdle _,
          Notice.Event _,
          Notice.CustomerData _,
          Notice.Plain _,
          Notice.IdleValues _,
          Notice.OfGrid _,
          Notice.OfStream _,
          Notice.ReservationEnded _,
          Notice.Energy _ -> {}
    }
  }

  private void command(BackOfficeCommand command) {
    effects.accept(new Effect.Command(command));
  }
}
