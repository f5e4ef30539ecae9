package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.billing.Tariffs;
import energy.ebbflow.ocpp.display.Front;
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
  private final Tariffs tariffs;
  private final Front front;
  private final Consumer<Effect> effects;

  public VehicleQuestions(
      KnownTokens tokens, Tariffs tariffs, Front front, Consumer<Effect> effects) {
    this.tokens = tokens;
    this.tariffs = tariffs;
    this.front = front;
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
      StationEvent.ContractQuestion asked = contract.question();
      // A contract has a tariff as a card has (I08); that of a bad one is not remembered.
      TokenVerdict verdict =
          certified
              ? tariffs.judged(asked.token(), said.verdict(), said.tariff(), now)
              : said.verdict();
      command(
          new BackOfficeCommand.AuthorisationAnswer(
              asked.request(),
              certified && verdict.says(TokenVerdict.ACCEPTED),
              certified ? verdict.status() : said.certificateStatus(),
              said.allowed()));
      front.greeted(asked.evse(), said.words(), true, now);
      tokens.heard(asked.token(), verdict);
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
